namespace ChatLeads.Core.Understanding;

/// <summary>A word as the lexicon has it, with all that depends on nothing else; known: some entry or pattern has it.</summary>
internal sealed class Word(string norm, bool isKnown)
{
    /// <summary>Folded, without apostrophes and inner hyphens.</summary>
    public string Norm => norm;

    /// <summary>See <see cref="Marks"/>. What has no entry has no mark of a word.</summary>
    public ulong Mark { get; private set; } = (isKnown ? Marks.OfWord(norm) : 0) | Marks.OfStem(norm) | Marks.Any;

    /// <summary>A bit for each folder whose language has the word.</summary>
    public ulong Languages { get; private set; }

    /// <summary>The bits of the <see cref="Phrases"/> with an entry that begins with it.</summary>
    public UInt128 Opens { get; private set; }

    /// <summary>The patterns that may begin with it, once a message has needed them.</summary>
    public PatternShelf[]? Shelves { get; set; }

    public void Learn(int language) => Languages |= 1UL << language;

    public void Open(UInt128 phrases) => Opens |= phrases;

    public void Count() => Mark |= Marks.Number;
}
