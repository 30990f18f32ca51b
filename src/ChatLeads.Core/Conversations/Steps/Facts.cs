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
        var facts = FreeText(turn) is { } answer ? With(turn, turn.State.Facts, answer) : turn.State.Facts;
        for (var i = 0; i < turn.Reading.Facts.Count; i++)
            facts = With(turn, facts, Quoted(turn, turn.Reading.Facts[i]));
        return ReferenceEquals(facts, turn.State.Facts) ? turn : turn with { State = turn.State with { Facts = facts } };
    }

    /// <summary>Facts that this turn brought or changed.</summary>
    public static IReadOnlyList<Fact> New(Turn turn)
    {
        if (ReferenceEquals(turn.State.Facts, turn.Before.Facts))
            return [];
        var fresh = new List<Fact>();
        foreach (var fact in turn.State.Facts)
            if (turn.Before.ValueOf(fact.Field) != fact.Value)
                fresh.Add(fact);
        return fresh;
    }

    private static IReadOnlyList<Fact> With(Turn turn, IReadOnlyList<Fact> facts, Fact fact)
    {
        var at = 0;
        while (at < facts.Count && facts[at].Field != fact.Field)
            at++;
        if (at == facts.Count)
            return [.. facts, fact];
        return Replaces(turn, fact, facts[at]) ? [.. facts.Take(at), fact, .. facts.Skip(at + 1)] : facts;
    }

    private static bool Replaces(Turn turn, Fact fact, Fact known) =>
        fact.Value != known.Value && !(fact.Field == Field.Name && turn.Before.Asking != Field.Name && IsLessOfAName(fact.Value, known.Value));

    /// <summary>A single word in passing ("soy mía…") does not undo a full name.</summary>
    private static bool IsLessOfAName(FactValue value, FactValue known) =>
        value is TextValue name && known is TextValue full && !name.Text.Contains(' ') && full.Text.Contains(' ');

    private static Fact Quoted(Turn turn, ReadFact read)
    {
        var start = Math.Clamp(read.Start, 0, turn.Text.Length);
        var length = Math.Clamp(read.Length, 0, turn.Text.Length - start);
        return new Fact(read.Field, read.Value, new Quote(turn.Said.MessageId, turn.Text.Substring(start, length), turn.Now));
    }

    /// <summary>The answer to a field of the playbook's own, which the reader does not know, is kept as typed.</summary>
    private static Fact? FreeText(Turn turn) =>
        turn.Before.Asking is { } asking
        && turn.Playbook.Fields[asking] is { IsFreeText: true, Choices.Count: 0 }
        && turn.Reading.Intents.Count == 0
        && turn.Reading.Facts.Count == 0
        && turn.Text.Trim() is { Length: > 0 and <= 200 } answer
        && !turn.Playbook.Unsure.In(answer)
            ? new Fact(asking, new TextValue(answer), turn.Quote)
            : null;
}
