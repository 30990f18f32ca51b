using System.Globalization;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Facts as they are repeated to the person, e.g. <c>14 personas, cambiar ya y hasta 250 € al mes</c>.</summary>
internal static class FactWords
{
    /// <summary>In the playbook's order; fields that it does not repeat are left out.</summary>
    public static List<string> Each(Turn turn, IReadOnlyList<Fact> facts)
    {
        var each = new List<string>(facts.Count);
        var specs = turn.Playbook.Fields.All;
        for (var i = 0; i < specs.Count && facts.Count > 0; i++)
            if (ConversationState.ValueOf(facts, specs[i].Field) is { } value && Words(turn, specs[i], value) is { Length: > 0 } words)
                each.Add(words);
        return each;
    }

    public static string Listed(Turn turn, List<string> words) => words.Count < 2
        ? string.Concat(words)
        : turn.Words(Line.AndBetween, ("first", string.Join(", ", words.SkipLast(1))), ("last", words[^1]));

    private static string Words(Turn turn, FieldSpec spec, FactValue value) => value switch
    {
        ChoiceValue choice => spec.ChoiceOf(choice.Id)?.Noted[turn.Language] ?? "",
        TextValue text when spec.Field == Field.Location || spec.Field == Field.Company => Noted(turn, spec, ProperName.Of(text.Text)),
        TextValue text => Noted(turn, spec, text.Text),
        RangeValue range => Noted(turn, spec, Range(turn, Number(turn, range.Min), Number(turn, range.Max))),
        MoneyValue money => Noted(turn, spec, Money(turn, money)),
        StatedValue => "",
        _ => "",
    };

    private static string Noted(Turn turn, FieldSpec spec, string value) =>
        spec.Noted is { } noted ? Wordings.Fill(noted[turn.Language], name => name == "value" ? value : "") : "";

    private static string Money(Turn turn, MoneyValue money)
    {
        var amount = Range(turn, Number(turn, money.Min), Number(turn, money.Max));
        return turn.Words(
            money.Per switch { Per.Month => Line.PerMonth, Per.Year => Line.PerYear, _ => Line.PerOnce },
            ("amount", $"{amount} {(money.Currency == "EUR" ? "€" : money.Currency)}"));
    }

    private static string Range(Turn turn, string? min, string? max) => (min, max) switch
    {
        (null, null) => "",
        (null, _) => turn.Words(Line.RangeUpTo, ("max", max)),
        (_, null) => turn.Words(Line.RangeFrom, ("min", min)),
        _ => min == max ? min : turn.Words(Line.RangeBetween, ("min", min), ("max", max)),
    };

    private static string? Number(Turn turn, decimal? number) =>
        number?.ToString("#,0.##", CultureInfo.GetCultureInfo(turn.Language));
}
