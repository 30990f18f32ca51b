using System.Globalization;
using System.Text.Json.Nodes;
using static ChatLeads.Core.Desk.DeskRequest;

namespace ChatLeads.Core.Desk;

/// <summary>A request as JSON: <c>{"request": kind, …}</c> with only the keys that were said.</summary>
public static class DeskJson
{
    public static JsonObject Write(DeskRequest request)
    {
        var json = new JsonObject { ["request"] = Id(request) };
        if (request is AboutLead { Lead: { } lead })
            json["lead"] = lead.Number is { } number ? number : lead.Name;
        foreach (var (key, value) in Keys(request))
            if (value is not null)
                json[key] = value;
        return json;
    }

    /// <summary>The kind's id: <c>leads</c>, <c>next_step</c>…</summary>
    public static string Id(DeskRequest request) => Id(request.GetType());

    /// <param name="request">A record of <see cref="DeskRequest"/>.</param>
    public static string Id(Type request) => request.Name switch
    {
        nameof(ListLeads) => "leads",
        nameof(ExportLeads) => "export",
        nameof(ShowLead) => "lead",
        nameof(ShowTranscript) => "transcript",
        nameof(ShowNextStep) => "next_step",
        nameof(AddNote) => "note",
        nameof(SetStage) => "stage",
        nameof(EnterCost) => "cost",
        nameof(ShowAudit) => "audit",
        nameof(ShowUndelivered) => "undelivered",
        var name => Snake(name),
    };

    public static string Id<T>(T value) where T : struct, Enum => Snake(value.ToString());

    private static IEnumerable<(string, JsonNode?)> Keys(DeskRequest request) => request switch
    {
        ListLeads list => Keys(list.Filter),
        ExportLeads export => Keys(export.Filter),
        Assign assign => [("to", assign.To)],
        AddNote note => [("text", note.Text)],
        Snooze snooze => [("until", snooze.Until is { } until ? Write(until) : null)],
        SetStage stage => [("to", Id(stage.To)), ("amount", Write(stage.Amount)), ("currency", stage.Currency), ("reason", stage.Reason)],
        Contacted contacted => [("outcome", Id(contacted.Outcome))],
        Duty duty => [("on", duty.On)],
        Funnel funnel => [("period", Write(funnel.Period)), ("compare", Write(funnel.Compare)), ("by", Write(funnel.By)), ("basis", funnel.ByActivity ? "activity" : null)],
        ShowAudit audit => [("period", Write(audit.Period))],
        Sources sources => [("period", Write(sources.Period)), ("compare", Write(sources.Compare))],
        Speed speed => [("period", Write(speed.Period)), ("by", Write(speed.By))],
        EnterCost cost => [("source", cost.Source), ("amount", Write(cost.Amount)), ("currency", cost.Currency), ("period", Write(cost.Period))],
        Invite invite => [("name", invite.Name), ("role", Write(invite.Role))],
        Digest { Off: true } => [("off", true)],
        Digest digest => [("every", Write(digest.Every)), ("on", digest.On is { } on ? Id(on)[..3] : null), ("at", digest.At?.ToString("HH:mm", CultureInfo.InvariantCulture))],
        Explain explain => [("metric", Write(explain.Metric))],
        _ => [],
    };

    private static IEnumerable<(string, JsonNode?)> Keys(LeadFilter filter) =>
    [
        ("temperature", Write(filter.Temperature)),
        ("stage", Write(filter.Stage)),
        ("owner", filter.Owner),
        ("source", filter.Source),
        ("campaign", filter.Campaign),
        ("place", filter.Place),
        ("text", filter.Text),
        ("period", Write(filter.Period)),
        ("sort", Write(filter.Sort)),
        ("limit", filter.Limit),
    ];

    private static JsonNode? Write<T>(T? value) where T : struct, Enum => value is { } some ? Id(some) : null;

    private static JsonArray? Write<T>(IReadOnlyList<T> values) where T : struct, Enum =>
        values.Count == 0 ? null : [.. values.Select(value => (JsonNode)Id(value))];

    private static JsonNode? Write(decimal? amount) =>
        amount is not { } some ? null : some == decimal.Truncate(some) ? (long)some : some / 1.000000000000000000000000000m;

    private static JsonObject? Write(Period? period) =>
        period is null ? null : new() { ["from"] = Iso(period.From), ["to"] = Iso(period.To) };

    private static string Write(Moment moment) => moment.Time is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{Iso(moment.Date)}T{time:HH\\:mm}")
        : Iso(moment.Date);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Snake(string name) => string.Concat(name.Select((letter, i) =>
        (char.IsUpper(letter) && i > 0 && name is not ("TakeOver") ? "_" : "") + char.ToLowerInvariant(letter)));
}
