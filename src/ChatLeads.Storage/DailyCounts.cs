using System.Text.RegularExpressions;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Storage;

/// <summary>Counts people who stay anonymous.</summary>
public static partial class DailyCounts
{
    public static void AddContact(ChatLeadsDb db, DateTimeOffset now, string channel, string language, Visit? visit) =>
        Row(db, now, channel, language, visit).Contacts++;

    public static void AddRefusal(ChatLeadsDb db, DateTimeOffset now, string channel, string language, Visit? visit) =>
        Row(db, now, channel, language, visit).Refusals++;

    private static DailyCountRow Row(ChatLeadsDb db, DateTimeOffset now, string channel, string language, Visit? visit)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var (source, campaign) = (Anonymous(visit?.Source), Anonymous(visit?.Campaign));
        if (db.DailyCounts.Find(day, channel, language, source, campaign) is { } row)
            return row;
        row = new DailyCountRow { Day = day, Channel = channel, Language = language, Source = source, Campaign = campaign };
        db.DailyCounts.Add(row);
        return row;
    }

    /// <summary>A link's parameters are free text: only what looks like a label is kept. A number as long as a phone's is none, but a date is.</summary>
    private static string Anonymous(string? label) =>
        label is null ? "" : Label().IsMatch(label) && !LongNumber().IsMatch(Day().Replace(label, "")) ? label.ToLowerInvariant() : "other";

    [GeneratedRegex(@"^[\p{L}\p{N} ._-]{1,40}$")]
    private static partial Regex Label();

    [GeneratedRegex(@"\d(?:[ ._-]*\d){6}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<!\d)20\d\d[ ._-](?:0[1-9]|1[0-2])[ ._-](?:0[1-9]|[12]\d|3[01])(?!\d)")]
    private static partial Regex Day();
}
