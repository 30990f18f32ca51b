using System.Globalization;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>A staff member's turn: who, when, and where to look. What is changed in <see cref="Db"/> is committed with the answer.</summary>
internal sealed record DeskTurn(ChatLeadsDb Db, Staff Staff, Dialogs Dialogs, StaffDirectory People, DateTimeOffset Now)
{
    /// <summary>What this conversation has been about.</summary>
    public DeskContext Context { get; init; } = new();

    /// <summary>Ids of the requests that come closest to what was not understood.</summary>
    public IReadOnlyList<string> Closest { get; init; } = [];

    /// <summary>See <see cref="DeskReading.Missing"/>.</summary>
    public string? Missing { get; init; }

    /// <summary>Reps may read each other's leads.</summary>
    public bool RepsSeeAll { get; init; }

    /// <summary>Where it was asked: <c>webchat</c>, <c>telegram</c>, <c>teams</c>.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The chat on a push channel where it was asked; null at the web desk.</summary>
    public ConversationKey? From { get; init; }

    /// <summary>It was asked where others read, too.</summary>
    public bool IsGroup { get; init; }

    /// <summary>What they speak here: their own language until they write in another.</summary>
    public string Speaks { get; init; } = Staff.Language;

    public string Language => Dialogs.Playbook.Firm.Languages.Contains(Speaks) ? Speaks : Dialogs.Playbook.Firm.Languages[0];
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);
    public LeadCard Cards => Dialogs.Desk.Cards;

    private IReadOnlyList<StaffRow>? team;

    /// <summary>All who belong to the firm now.</summary>
    public IReadOnlyList<StaffRow> Team => team ??= [.. Db.Staff.AsNoTracking().Where(row => row.LeftAt == null).OrderBy(row => row.Id)];

    /// <summary>The leads that this person may see: a rep their own and unassigned ones, a manager all (law 9).</summary>
    public IQueryable<LeadRow> Visible => Staff.Role == Role.Manager || RepsSeeAll
        ? Db.Leads
        // So written that no database takes its index of owners for it: half of all leads may be nobody's.
        : Db.Leads.Where(lead => (lead.OwnerId ?? Staff.Id) == Staff.Id);

    public Reply Say<T>(T phrase, params ReadOnlySpan<(string Name, string Value)> values) where T : struct, Enum =>
        new(Words(phrase, values), Language);

    public string Words<T>(T phrase, params ReadOnlySpan<(string Name, string Value)> values) where T : struct, Enum =>
        Dialogs.Desk.Answers.Say(phrase, Language, values);

    /// <summary>On the firm's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Dialogs.Playbook.Firm.Office.Zone);

    /// <summary>A moment as one says it: today only the time, else the day, too.</summary>
    public string Moment(DateTimeOffset at) => Moment(at, Dialogs.Playbook.Firm.Office.Zone);

    public string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(Now, zone).Date);
        return Words(
            local.Date == today ? MomentText.Today : local.Date == today.AddDays(1) ? MomentText.Tomorrow
            : local.Date == today.AddDays(-1) ? MomentText.Yesterday : MomentText.Day,
            ("time", local.ToString("H:mm", Culture)), ("day", local.ToString("ddd d MMM", Culture)));
    }

    public DateOnly Today => DateOnly.FromDateTime(Local(Now).DateTime);

    public string TimeOfDay(DateTimeOffset at) => Local(at).ToString("t", Culture);
}
