using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Scoring;

/// <summary>Something that evidence may show. Closed.</summary>
public abstract record Condition
{
    private protected Condition() { }

    /// <summary>The message that shows it; null when none does.</summary>
    internal abstract Quote? ShownBy(Evidence evidence, CurrencyRates rates);
}

/// <summary>A condition on the answer to one field.</summary>
public abstract record FieldCondition(Field Field) : Condition
{
    internal abstract bool Holds(FactValue value, CurrencyRates rates);

    internal override Quote? ShownBy(Evidence evidence, CurrencyRates rates) =>
        evidence.About(Field) is { } fact && Holds(fact.Value, rates) ? fact.Quote : null;
}

/// <summary>The field's choice is <paramref name="Id"/>.</summary>
public sealed record ChoiceIs(Field Field, string Id) : FieldCondition(Field)
{
    internal override bool Holds(FactValue value, CurrencyRates rates) => value is ChoiceValue choice && choice.Id == Id;
}

/// <summary>The field was stated.</summary>
public sealed record IsStated(Field Field) : FieldCondition(Field)
{
    internal override bool Holds(FactValue value, CurrencyRates rates) => value is StatedValue;
}

/// <summary>The field's people, or its money in the base currency a year, are in [<paramref name="From"/>, <paramref name="To"/>).</summary>
public sealed record IsBetween(Field Field, decimal From, decimal To) : FieldCondition(Field)
{
    internal override bool Holds(FactValue value, CurrencyRates rates) => rates.Measure(value) is { } size && size >= From && size < To;
}

/// <summary>The prospect has shown the intent.</summary>
public sealed record HasShown(Intent Intent) : Condition
{
    internal override Quote? ShownBy(Evidence evidence, CurrencyRates rates) => evidence.Last(Intent);
}

/// <summary>The prospect has written at least so many messages.</summary>
public sealed record HasWritten(int Messages) : Condition
{
    internal override Quote? ShownBy(Evidence evidence, CurrencyRates rates) =>
        evidence.Messages >= Messages ? new Quote("", "", evidence.LastActivity) : null;
}
