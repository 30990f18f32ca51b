using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>A message on the reading desk: its tokens, the cues found in them, and what was asked. Parsers look at nothing else.</summary>
internal sealed class Message
{
    /// <summary>How many tokens away a cue can still bear on a word. It keeps long messages linear.</summary>
    private const int Reach = 40;

    /// <summary>Fewer tokens before a comma are read with what follows.</summary>
    private const int FewestOfPart = 5;

    private readonly CueIndex cues;
    private (Intent? Intent, float Likely)? guess;

    public Message(ReadRequest request, Lexicon lexicon)
    {
        (Request, Lexicon) = (request, lexicon);
        Tokens = Tokenizer.Cut(FoldedText.Of(request.Text), lexicon);
        cues = new CueIndex(OwnLanguage(lexicon.Patterns.Find(Tokens)), Tokens.Length);
    }

    public ReadRequest Request { get; }
    public Lexicon Lexicon { get; }
    public Token[] Tokens { get; }
    public ReadOnlySpan<Cue> Cues => cues.All;

    /// <summary>What the example sentences say that it is about; a null intent means a need.</summary>
    public (Intent? Intent, float Likely)? Guess => guess ??= GuessOf(AfterGreeting(), Tokens.Length);

    /// <summary>The same of a part.</summary>
    public (Intent? Intent, float Likely)? GuessOf(int start, int end) => Lexicon.Learned.Guess(Tokens.AsSpan(start, end - start));

    public (int Start, int End) FirstPart()
    {
        var start = AfterGreeting();
        return (start, PartEnd(start));
    }

    /// <summary>A greeting says nothing of what the rest is about.</summary>
    private int AfterGreeting()
    {
        var at = 0;
        while (at < Tokens.Length && (at > 0 && Tokens[at].Kind == TokenKind.Mark ? at + 1 : StartingAt("intent.greet", at)?.End) is { } next)
            at = next;
        return at < Tokens.Length ? at : 0;
    }

    /// <summary>Where a part of a longer message ends: at a full stop or, where that is far, a comma.</summary>
    public int PartEnd(int start)
    {
        var end = Math.Min(start + 1, Tokens.Length);
        while (end < Tokens.Length && Same(start, end, true) && (end - start < FewestOfPart || Same(end - 1, end, false)))
            end++;
        return end;
    }

    /// <summary>In a message that is plainly of one language, words of the other say nothing: an English "hotel in" is no Spanish cue.</summary>
    private List<Cue> OwnLanguage(List<Cue> all)
    {
        if (Lexicon.LanguageOf(Tokens) is not { } language)
            return all;
        var kept = 0;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Language == language || !Lexicon.IsAnswered(all[i].Language))
                all[kept++] = all[i];
        }
        all.RemoveRange(kept, all.Count - kept);
        return all;
    }

    public bool Asks(Field field) => Request.Asking == field;

    public bool Has(string section)
    {
        foreach (var cue in Cues)
        {
            if (cue.Section == section)
                return true;
        }
        return false;
    }

    /// <summary>Whether a cue of one of the sections ends before a token.</summary>
    public bool Has(string one, string other, int before)
    {
        foreach (var cue in Cues)
        {
            if (cue.End <= before && (cue.Section == one || cue.Section == other))
                return true;
        }
        return false;
    }

    public SectionCues In(string section) => new(Cues, section);

    /// <summary>The longest cue of the section that ends right before a token.</summary>
    public Cue? EndingAt(string section, int at)
    {
        Cue? best = null;
        foreach (var cue in cues.EndingAt(at))
        {
            if (cue.Section == section && (best is null || cue.Length > best.Value.Length))
                best = cue;
        }
        return best;
    }

    /// <summary>The longest cue of the section that starts at a token.</summary>
    public Cue? StartingAt(string section, int at)
    {
        Cue? best = null;
        foreach (var cue in cues.StartingIn(at, at + 1))
        {
            if (cue.Section == section && (best is null || cue.Length > best.Value.Length))
                best = cue;
        }
        return best;
    }

    /// <summary>The last cue of the section that starts before a token, in its clause (or sentence).</summary>
    public Cue? Before(string section, int at, bool sentence = false)
    {
        Cue? best = null;
        var anchor = Math.Min(at, Tokens.Length - 1);
        foreach (var cue in cues.StartingIn(at - Reach, at))
        {
            if (cue.Section == section && Same(cue.Start, anchor, sentence) && (best is null || cue.End >= best.Value.End))
                best = cue;
        }
        return best;
    }

    /// <summary>Whether a cue of the section shares a token with the span.</summary>
    public bool Touches(string section, int start, int end)
    {
        foreach (var cue in cues.StartingIn(start - Reach, end))
        {
            if (cue.End > start && cue.Section == section)
                return true;
        }
        return false;
    }

    public bool InClause(string section, int at)
    {
        foreach (var cue in cues.StartingIn(at - Reach, at + Reach))
        {
            if (cue.Section == section && Same(cue.Start, at, false))
                return true;
        }
        return false;
    }

    public bool Same(int a, int b, bool sentence) => sentence
        ? Tokens[a].Sentence == Tokens[b].Sentence
        : Tokens[a].Clause == Tokens[b].Clause;

    /// <summary>Whether the token is a word of the section.</summary>
    public bool Is(string section, int at) => (uint)at < (uint)Tokens.Length && Lexicon[section].Contains(Tokens[at]);

    public bool HasMark(string mark)
    {
        for (var at = 0; at < Tokens.Length; at++)
        {
            if (IsMark(at, mark))
                return true;
        }
        return false;
    }

    public bool IsMark(int at, string mark) => (uint)at < (uint)Tokens.Length && Tokens[at].Kind == TokenKind.Mark && Tokens[at].Norm == mark;

    /// <summary>The original text of a span of tokens.</summary>
    public string Text(int start, int end) => Request.Text[Tokens[start].Start..Tokens[end - 1].End];
}
