using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Facts join what is known; a later one takes the place of an earlier.</summary>
internal static class Facts
{
    public static Turn Merge(Turn turn)
    {
        // Who refused to be kept is not noted down again, unless they come back of their own accord.
        if (turn.State.Ended == Ending.ConsentRefused)
            return turn;
        List<Fact> said = [.. turn.Reading.Facts.Select(read => Quoted(turn, read)), .. FreeText(turn)];
        if (said.Count == 0)
            return turn;
        var facts = turn.State.Facts.ToList();
        foreach (var fact in said)
            if (facts.FindIndex(known => known.Field == fact.Field) is >= 0 and var at)
                facts[at] = Replaces(turn, fact, facts[at]) ? fact : facts[at];
            else
                facts.Add(fact);
        return turn with { State = turn.State with { Facts = facts } };
    }

    /// <summary>Facts that this turn brought or changed.</summary>
    public static IReadOnlyList<Fact> New(Turn turn) => ReferenceEquals(turn.State.Facts, turn.Before.Facts)
        ? []
        : [.. turn.State.Facts.Where(fact => turn.Before.ValueOf(fact.Field) != fact.Value)];

    private static bool Replaces(Turn turn, Fact fact, Fact known) =>
        fact.Value != known.Value && !(fact.Field == Field.Name && turn.Before.Asking != Field.Name && IsLessOfAName(fact.Value, known.Value));

    /// <summary>A single word in passing ("soy mía…") does not undo a full name.</summary>
    private static bool IsLessOfAName(FactValue value, FactValue known) =>
        value is TextValue name && known is TextValue full && !name.Text.Contains(' ') && full.Text.Contains(' ');

    private static Fact Quoted(Turn turn, ReadFact read)
    {
        var start = Math.Clamp(read.Start, 0, turn.Text.Length);
        var length = Math.Clamp(read.Length, 0, turn.Text.Length - start);
        return new Fact(read.Field, read.Value, turn.Quote with { Text = turn.Text.Substring(start, length) });
    }

    /// <summary>The answer to a field of the playbook's own, which the reader does not know, is kept as typed.</summary>
    private static IEnumerable<Fact> FreeText(Turn turn)
    {
        var answer = turn.Text.Trim();
        if (turn.Before.Asking is { } asking
            && turn.Playbook.Fields[asking] is { IsFreeText: true, Choices.Count: 0 }
            && answer.Length is > 0 and <= 200
            && turn.Reading.Intents.Count == 0
            && turn.Reading.Facts.Count == 0
            && !turn.Playbook.Unsure.In(answer))
            yield return new Fact(asking, new TextValue(answer), turn.Quote);
    }
}
