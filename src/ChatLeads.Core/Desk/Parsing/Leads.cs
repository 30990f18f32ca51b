using System.Globalization;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Which lead a sentence speaks of: a number, a place in the list shown, a name, or the one now spoken of.</summary>
/// <param name="isCommand">In a command, as a button sends it, a number is always the lead's own.</param>
internal sealed class Leads(Sentence sentence, DeskContext context, IReadOnlyList<NameRun> names, bool isCommand)
{
    private IReadOnlyList<ShownLead> Shown => context.Shown ?? [];

    public bool IsCommand => isCommand;

    public bool Shows(LeadRef lead) => Shown.Any(shown => shown.Number == lead.Number);

    /// <summary>The lead of the last request, which a pronoun means.</summary>
    public LeadRef? Current =>
        context.Lead is { } number ? LeadRef.Of(number)
        : context.Request is DeskRequest.AboutLead { Lead: { } lead } ? lead
        : Shown.Count == 1 ? LeadRef.Of(Shown[0].Number)
        : null;

    /// <summary>Marks what can be a lead for the cues, as the class <c>lead</c>.</summary>
    public void Mark()
    {
        for (var i = 0; i < sentence.Count; i++)
            if (NumberAt(i) is not null)
                sentence.Add("lead", "number", i, i + 1);
            else if (PositionAt(i) is var (_, end))
                sentence.Add("lead", "position", i, end);
            else if (sentence.At(i, Classes.Pronoun) is { } pronoun && Current is not null)
                sentence.Add("lead", "pronoun", i, pronoun.End);
        foreach (var run in names)
            sentence.Add(run.Certain ? "lead" : "free", "name", run.Start, run.End);
    }

    /// <summary>The lead said outside of the tokens <paramref name="from"/> to <paramref name="to"/>, which hold something else.</summary>
    public (LeadRef Lead, int Start, int End)? Said(int from = 0, int to = 0, bool namesToo = true)
    {
        bool Outside(int start, int end) => end <= from || start >= to;
        for (var i = 0; i < sentence.Count; i++)
            if (Outside(i, i + 1) && NumberAt(i) is { } number)
                return (number, i, i + 1);
            else if (PositionAt(i) is var (position, end) && Outside(i, end))
                return (position, i, end);
        if (!namesToo)
            return null;
        var run = names.FirstOrDefault(run => run.Certain && Outside(run.Start, run.End)) ?? names.FirstOrDefault(run => Outside(run.Start, run.End) && sentence.Before(run.Start, Classes.Article) is null && sentence.Before(run.Start, Classes.Mine) is null);
        return run is null ? null : (LeadRef.Of(run.Name), run.Start, run.End);
    }

    /// <summary>A plain number that is no period, amount, time or count.</summary>
    private LeadRef? NumberAt(int i)
    {
        if (sentence.Digits(i) is not { } number || number == 0 || Inside(i, "period") || Inside(i, "money") || Inside(i, "time")
            || sentence.Is(i + 1, Classes.Unit) || sentence.Is(i + 1, Classes.Plural) || sentence.Is(i + 1, "times_word") || sentence.Before(i, Classes.LimitBefore) is not null
            || i + 1 < sentence.Count && sentence[i + 1].Word == "%")
            return null;
        var named = isCommand || i > 0 && (sentence[i - 1].Word == "#" || sentence.Before(i, Classes.LeadNoun) is not null);
        return !named && number <= Shown.Count && Shown.All(lead => lead.Number != number) ? LeadRef.Of(Shown[number - 1].Number) : LeadRef.Of(number);
    }

    private (LeadRef Lead, int End)? PositionAt(int i)
    {
        if (Following(i) is { } following)
            return following;
        var last = sentence.At(i, Classes.OrdinalLast);
        var ordinal = last ?? sentence.At(i, Classes.Ordinal);
        if (ordinal is null || Inside(i, "period") || Inside(ordinal.End - 1, "period") || sentence.Within(i, Classes.Sort) || sentence.Is(ordinal.End, Classes.Unit) || Shown.Count == 0)
            return null;
        var value = int.Parse(ordinal.Value, CultureInfo.InvariantCulture);
        var index = last is not null ? Shown.Count - value : value - 1;
        return index >= 0 && index < Shown.Count ? (LeadRef.Of(Shown[index].Number), sentence.Skip(ordinal.End, Classes.One)) : null;
    }

    /// <summary>"The next one", as all that is said: what the list shows after the lead now spoken of.</summary>
    private (LeadRef Lead, int End)? Following(int i)
    {
        if (sentence.At(i, "ordinal_next") is not { } next || sentence.SkipNoise(next.End) < sentence.Count || context.Lead is not { } now)
            return null;
        var index = Shown.TakeWhile(lead => lead.Number != now).Count() + 1;
        return index < Shown.Count ? (LeadRef.Of(Shown[index].Number), next.End) : null;
    }

    private bool Inside(int i, string name) => sentence.All(name).Any(hit => i >= hit.Start && i < hit.End);
}
