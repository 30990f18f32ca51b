using System.Globalization;
using System.Text.Json.Nodes;
using ChatLeads.Core.Leads;
using static ChatLeads.Core.Desk.DeskRequest;

namespace ChatLeads.Core.Desk;

/// <summary>Reads what <see cref="DeskJson"/> writes.</summary>
public static class DeskJsonReader
{
    /// <exception cref="FormatException">A key is missing or has a value of the wrong kind; the message names it.</exception>
    public static DeskRequest Read(JsonObject json)
    {
        var lead = Lead(json);
        return Text(json, "request") switch
        {
            "leads" => new ListLeads(Filter(json)),
            "export" => new ExportLeads(Filter(json)),
            "lead" => new ShowLead(lead),
            "transcript" => new ShowTranscript(lead),
            "next_step" => new ShowNextStep(lead),
            "claim" => new Claim(lead),
            "takeover" => new TakeOver(lead),
            "release" => new Release(lead),
            "assign" => new Assign(lead, Need(json, "to")),
            "note" => new AddNote(lead, Need(json, "text")),
            "snooze" => new Snooze(lead, Until(json)),
            "stage" => new SetStage(lead, One<Stage>(json, "to") ?? Stage.Lead, Number(json, "amount"), Text(json, "currency"), Text(json, "reason")),
            "contacted" => new Contacted(lead, One<Outcome>(json, "outcome") ?? Outcome.Reached),
            "erase" => new Erase(lead),
            "audit" => new ShowAudit(lead, Days(json, "period")),
            "undelivered" => new ShowUndelivered(),
            "more" => new More(),
            "undo" => new Undo(),
            "my_day" => new MyDay(),
            "team" => new Team(),
            "help" => new Help(),
            "duty" => new Duty(Flag(json, "on")),
            "funnel" => new Funnel(Days(json, "period"), Days(json, "compare"), One<Breakdown>(json, "by"), Text(json, "basis") == "activity"),
            "sources" => new Sources(Days(json, "period"), Days(json, "compare")),
            "speed" => new Speed(Days(json, "period"), One<Breakdown>(json, "by")),
            "cost" => new EnterCost(Text(json, "source"), Number(json, "amount") ?? 0, Text(json, "currency"), Days(json, "period")),
            "invite" => new Invite(Need(json, "name"), One<Role>(json, "role")),
            "digest" => new Digest(One<DigestEvery>(json, "every"), Day(json), Time(Text(json, "at")), Flag(json, "off")),
            "explain" => new Explain(One<Metric>(json, "metric")),
            "unknown" => new Unknown(),
            var kind => throw new FormatException($"`{kind}` is no request."),
        };
    }

    private static LeadFilter Filter(JsonObject json) => new()
    {
        Temperature = Many<Temperature>(json, "temperature"),
        Stage = Many<Stage>(json, "stage"),
        Owner = Text(json, "owner"),
        Source = Text(json, "source"),
        Campaign = Text(json, "campaign"),
        Place = Text(json, "place"),
        Text = Text(json, "text"),
        Period = Days(json, "period"),
        Sort = One<LeadSort>(json, "sort"),
        Limit = (int?)Number(json, "limit"),
    };

    private static string? Text(JsonObject json, string key) => Value<string>(json[key], key);
    private static string Need(JsonObject json, string key) => Text(json, key) ?? throw new FormatException($"`{key}` is missing.");
    private static bool Flag(JsonObject json, string key) => json[key] is { } node && Value<bool>(node, key);
    private static decimal? Number(JsonObject json, string key) => json[key] is not { } node ? null
        : decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"`{key}` is no number.");

    private static T? Value<T>(JsonNode? node, string key) => node switch
    {
        null => default,
        JsonValue value when value.TryGetValue<T>(out var some) => some,
        _ => throw new FormatException($"`{key}` has a value of the wrong kind."),
    };

    private static LeadRef? Lead(JsonObject json) => json["lead"] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var number) => LeadRef.Of(number),
        var node => LeadRef.Of(Value<string>(node, "lead")!),
    };

    private static T? One<T>(JsonObject json, string key) where T : struct, Enum =>
        Text(json, key) is { } id ? Parse<T>(id, key) : null;

    private static IReadOnlyList<T> Many<T>(JsonObject json, string key) where T : struct, Enum => json[key] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => Parse<T>(Value<string>(item, key)!, key))],
        _ => throw new FormatException($"`{key}` is no list."),
    };

    private static T Parse<T>(string id, string key) where T : struct, Enum =>
        Enum.TryParse<T>(id.Replace("_", "", StringComparison.Ordinal), true, out var value) && !char.IsAsciiDigit(id.FirstOrDefault())
            ? value
            : throw new FormatException($"`{id}` is no value of `{key}`.");

    private static DayOfWeek? Day(JsonObject json) => Text(json, "on") is { } id
        ? Enum.GetValues<DayOfWeek>().Single(day => DeskJson.Id(day)[..3] == id)
        : null;

    private static Period? Days(JsonObject json, string key) => json[key] is JsonObject days
        ? new Period(Date(Need(days, "from")), Date(Need(days, "to")))
        : null;

    private static Moment? Until(JsonObject json) => Text(json, "until")?.Split('T') is [var date, .. var time]
        ? new Moment(Date(date), Time(time.FirstOrDefault()))
        : null;

    private static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static TimeOnly? Time(string? iso) => iso is null ? null : TimeOnly.ParseExact(iso, "HH:mm", CultureInfo.InvariantCulture);
}
