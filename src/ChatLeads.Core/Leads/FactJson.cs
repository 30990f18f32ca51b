using System.Text.Json.Nodes;

namespace ChatLeads.Core.Leads;

/// <summary>Facts as the command line writes them: <c>{"company_size":{"min":9,"max":9},"timeline":"now","need":true}</c>.</summary>
public static class FactJson
{
    /// <summary>In the order of <see cref="Field.Known"/>; fields of the playbook's own come last.</summary>
    public static JsonObject Write(IEnumerable<(Field Field, FactValue Value)> facts)
    {
        var json = new JsonObject();
        foreach (var (field, value) in facts.OrderBy(fact => Rank(fact.Field)))
            json[field.Id] = Write(value);
        return json;
    }

    public static JsonNode Write(FactValue value) => value switch
    {
        TextValue text => JsonValue.Create(text.Text),
        ChoiceValue choice => JsonValue.Create(choice.Id),
        RangeValue range => new JsonObject { ["min"] = range.Min, ["max"] = range.Max },
        MoneyValue money => new JsonObject
        {
            ["min"] = Plain(money.Min),
            ["max"] = Plain(money.Max),
            ["currency"] = money.Currency,
            ["per"] = money.Per switch { Per.Month => "month", Per.Year => "year", _ => "once" },
        },
        StatedValue => JsonValue.Create(true),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static int Rank(Field field)
    {
        for (var rank = 0; rank < Field.Known.Count; rank++)
            if (Field.Known[rank] == field)
                return rank;
        return Field.Known.Count;
    }

    /// <summary>250, not 250.0.</summary>
    private static decimal? Plain(decimal? amount) => amount / 1.000000000000000000000000000000m;
}
