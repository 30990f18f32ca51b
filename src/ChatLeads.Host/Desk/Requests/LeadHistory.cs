using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk.Changes;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Humanizer;

namespace ChatLeads.Host.Desk.Requests;

[Phrases("desk/history.yaml")]
internal enum HistoryText
{
    History,
    Speed,
    Amount,
    Reminder,
    [Values("time", "who", "what")] Line,
    [Values("what", "reason")] Why,
    [Values("from", "to")] Stage,
    Claimed,
    [Values("owner")] Assigned,
    [Values("text")] Note,
    [Values("time")] Snoozed,
    Reached,
    NoAnswer,
    [Values("duration")] FirstWord,
    [Values("duration")] Waiting,
    [Values("time", "owner")] SnoozedFor,
    Bot,
    Earlier,
}

/// <summary>What was done with a lead, the newest first: stages, owners, notes, contacts, reminders; and how fast.</summary>
internal static class LeadHistory
{
    private const int Most = 12;
    private static readonly string[] Ids = ["consent", "score", "claimed", "undo", ""];

    public static IEnumerable<CardRow> Rows(DeskTurn desk, LeadRow lead)
    {
        if (lead is { Amount: { } amount, Currency: { } currency })
            yield return new CardRow(desk.Words(HistoryText.Amount), desk.Cards.Money(amount, currency, desk.Language));
        if (lead is { SnoozedUntil: { } until, SnoozedBy: { } by })
            yield return new CardRow(desk.Words(HistoryText.Reminder), desk.Words(HistoryText.SnoozedFor, ("time", desk.Moment(until)), ("owner", Person(desk, by))));
        yield return new CardRow(desk.Words(HistoryText.Speed), Speed(desk, lead));
        yield return new CardRow(desk.Words(HistoryText.History), string.Join('\n', Lines(desk, lead)));
    }

    private static string Speed(DeskTurn desk, LeadRow lead)
    {
        var since = lead.HotAt ?? lead.CreatedAt;
        return lead.FirstWordAt is { } first
            ? desk.Words(HistoryText.FirstWord, ("duration", Positive(first - since).Humanize(2, desk.Culture)))
            : desk.Words(HistoryText.Waiting, ("duration", Positive(desk.Now - since).Humanize(2, desk.Culture)));

        static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
    }

    private static IEnumerable<string> Lines(DeskTurn desk, LeadRow lead)
    {
        var stages = desk.Db.StageChanges.Where(row => row.LeadNumber == lead.Number).OrderByDescending(row => row.Id).Take(Most).ToList()
            .Select(row => (row.At, Line(desk, row.At, row.By, Staged(desk, row))));
        var changes = desk.Db.LeadChanges.Where(row => row.LeadNumber == lead.Number && row.UndoneAt == null && row.Kind != ChangeKind.Stage)
            .OrderByDescending(row => row.Id).Take(Most).ToList().Select(row => (row.At, Line(desk, row.At, $"{row.StaffId}", Done(desk, row))));
        var all = stages.Concat(changes).OrderByDescending(line => line.At).Select(line => line.Item2).ToList();
        return all.Count > Most ? all.Take(Most).Append(desk.Words(HistoryText.Earlier)) : all;
    }

    private static string Line(DeskTurn desk, DateTimeOffset at, string by, string what) => desk.Words(HistoryText.Line,
        ("time", desk.Local(at).ToString("d MMM H:mm", desk.Culture)), ("who", int.TryParse(by, out var id) ? Person(desk, id) : desk.Words(HistoryText.Bot)), ("what", what));

    private static string Staged(DeskTurn desk, StageChangeRow row)
    {
        var what = row.From == row.To ? desk.Cards.Stage(row.To, desk.Language) : desk.Words(HistoryText.Stage, ("from", desk.Cards.Stage(row.From, desk.Language)), ("to", desk.Cards.Stage(row.To, desk.Language)));
        return Ids.Contains(row.Cause) ? what : desk.Words(HistoryText.Why, ("what", what), ("reason", row.Cause));
    }

    private static string Done(DeskTurn desk, LeadChangeRow row) => row.Kind switch
    {
        ChangeKind.Claimed => desk.Words(HistoryText.Claimed),
        ChangeKind.Assigned => desk.Words(HistoryText.Assigned, ("owner", Person(desk, int.Parse(row.Text!, System.Globalization.CultureInfo.InvariantCulture)))),
        ChangeKind.Note => desk.Words(HistoryText.Note, ("text", row.Text!)),
        ChangeKind.Snoozed => desk.Words(HistoryText.Snoozed, ("time", desk.Moment(StoredJson.Read<LeadState>(row.AfterJson).SnoozedUntil!.Value))),
        ChangeKind.Reached => desk.Words(HistoryText.Reached),
        _ => desk.Words(HistoryText.NoAnswer),
    };

    /// <summary>Also of those who have left.</summary>
    private static string Person(DeskTurn desk, int id) => desk.Db.Staff.Find(id)?.Name ?? $"{id}";
}
