using System.Collections.Concurrent;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;

namespace ChatLeads.Host.Desk;

/// <summary>Answers staff and does what they ask, inside their turn's transaction. Roles are checked here (law 9).</summary>
internal sealed class StaffDesk(CurrentDialogs dialogs, StaffDirectory people)
{
    /// <summary>What each staff member speaks of; lost at a restart, and then asked for again.</summary>
    private readonly ConcurrentDictionary<int, DeskContext> contexts = [];

    public IReadOnlyList<Reply> Answer(ChatLeadsDb db, Staff staff, Incoming said, DateTimeOffset now)
    {
        var desk = new DeskTurn(db, staff, dialogs.Now, people, now);
        var text = said switch
        {
            TextSent sent => sent.Text,
            ChoicePressed pressed => pressed.Value,
            _ => null,
        };
        if (text is null)
            return said is Opened ? [desk.Say(DeskAnswer.Welcome, ("name", staff.Name))] : [];
        var firm = dialogs.Now.Playbook.Firm;
        var local = TimeZoneInfo.ConvertTime(now, firm.Office.Zone);
        var context = contexts.GetValueOrDefault(staff.Id);
        var input = new DeskInput(text, staff.Role, DateOnly.FromDateTime(local.DateTime), firm.Currency, context, TimeOnly.FromDateTime(local.DateTime));
        var request = dialogs.Now.Desk.Parser.Parse(input).Request;
        var (replies, after) = DeskRequests.Do(desk, request, context ?? new DeskContext());
        contexts[staff.Id] = after with { Request = request };
        return replies;
    }
}

/// <summary>A staff member's turn: who, when, and where to look.</summary>
internal sealed record DeskTurn(ChatLeadsDb Db, Staff Staff, Dialogs Dialogs, StaffDirectory People, DateTimeOffset Now)
{
    public string Language => Dialogs.Playbook.Firm.Languages.Contains(Staff.Language) ? Staff.Language : Dialogs.Playbook.Firm.Languages[0];
    public LeadCard Cards => Dialogs.Desk.Cards;

    public Reply Say(DeskAnswer answer, params ReadOnlySpan<(string Name, string Value)> values) => new(Words(answer, values), Language);

    public string Words(DeskAnswer answer, params ReadOnlySpan<(string Name, string Value)> values) =>
        Dialogs.Desk.Answers.Say(answer, Language, values);

    public string TimeOfDay(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Dialogs.Playbook.Firm.Office.Zone).ToString("t", System.Globalization.CultureInfo.GetCultureInfo(Language));
}
