using System.Text.Json.Serialization;

namespace ChatLeads.Core.Leads;

/// <summary>What a fact says. Closed: a switch over it needs no default.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextValue), "text")]
[JsonDerivedType(typeof(ChoiceValue), "choice")]
[JsonDerivedType(typeof(RangeValue), "range")]
[JsonDerivedType(typeof(MoneyValue), "money")]
[JsonDerivedType(typeof(StatedValue), "stated")]
public abstract record FactValue
{
    private protected FactValue() { }
}

/// <summary>A name, e-mail (lower case), phone (E.164), company, role or place, as the field's format says.</summary>
public sealed record TextValue(string Text) : FactValue;

/// <summary>One of a field's choices by its id, e.g. <c>decides</c> for authority or <c>quarter</c> for timeline.</summary>
public sealed record ChoiceValue(string Id) : FactValue;

/// <summary>A number of people, both ends included; a missing end is open ("100+" has no <paramref name="Max"/>).</summary>
public sealed record RangeValue(int? Min, int? Max) : FactValue;

/// <summary>An amount or a range of it; "up to 5k" has no <paramref name="Min"/>.</summary>
/// <param name="Currency">ISO 4217, upper case.</param>
public sealed record MoneyValue(decimal? Min, decimal? Max, string Currency, Per Per) : FactValue;

/// <summary>The text states it (a need); absent otherwise, never false.</summary>
public sealed record StatedValue : FactValue
{
    public static readonly StatedValue Yes = new();
}

/// <summary>What an amount is paid for.</summary>
public enum Per { Once, Month, Year }
