using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>Something that a parser read, before it is settled which candidates are facts.</summary>
/// <param name="Start">First token; <paramref name="End"/> is the token after the last.</param>
/// <param name="Weight">How sure the parser is, 1–100; an answer to the asked field is surest.</param>
/// <param name="Parser">Who read it, for explanations.</param>
internal sealed record Candidate(Field Field, FactValue Value, int Start, int End, int Weight, string Parser)
{
    /// <summary>Why it is no fact after all; null while it stands.</summary>
    public string? Lost { get; set; }

    public bool Overlaps(Candidate other) => Start < other.End && other.Start < End;
}

internal sealed class Candidates
{
    private readonly List<Candidate> all = [];

    public List<Candidate> All => all;

    public void Add(Field field, FactValue value, int start, int end, int weight, string parser, string? lost = null) =>
        all.Add(new Candidate(field, value, start, end, weight, parser) { Lost = lost });

    /// <summary>Whether a standing candidate of the field is there.</summary>
    public bool Has(Field field)
    {
        foreach (var candidate in all)
        {
            if (candidate.Field == field && candidate.Lost is null)
                return true;
        }
        return false;
    }

    /// <summary>How many fields have standing candidates.</summary>
    public int Fields()
    {
        var count = 0;
        for (var i = 0; i < all.Count; i++)
        {
            var (field, isFirst) = (all[i].Field, all[i].Lost is null);
            for (var j = 0; j < i && isFirst; j++)
                isFirst = all[j].Field != field || all[j].Lost is not null;
            count += isFirst ? 1 : 0;
        }
        return count;
    }

    /// <summary>Whether a standing candidate of the field covers the token.</summary>
    public bool Covers(Field field, int token)
    {
        foreach (var candidate in all)
        {
            if (candidate.Field == field && candidate.Lost is null && candidate.Start <= token && token < candidate.End)
                return true;
        }
        return false;
    }
}
