using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>Changes to leads: each leaves what was before, so that it can be shown and undone.</summary>
internal static class LeadChanges
{
    /// <summary>The owner and managers; anybody while it is nobody's.</summary>
    public static bool MayChange(DeskTurn desk, LeadRow lead) =>
        desk.Staff.Role == Role.Manager || lead.OwnerId is null || lead.OwnerId == desk.Staff.Id;

    /// <param name="text">A note's words, a reason: what the history shows besides.</param>
    public static void Make(DeskTurn desk, LeadRow lead, ChangeKind kind, Action change, string? text = null)
    {
        var before = LeadState.Of(lead);
        change();
        var after = LeadState.Of(lead);
        desk.Db.LeadChanges.Add(new LeadChangeRow
        {
            LeadNumber = lead.Number,
            StaffId = desk.Staff.Id,
            At = desk.Now,
            Kind = kind,
            Text = text,
            BeforeJson = StoredJson.Write(before),
            AfterJson = StoredJson.Write(after),
        });
        if (before.SnoozedUntil != after.SnoozedUntil)
            Notices.Remind(desk, lead);
        if (kind == ChangeKind.Snoozed)
            Alerts.PassOn(desk.Db, lead.Number, desk.Staff.Id, desk.Now);
        if (before.OwnerId != after.OwnerId)
            Alerts.OwnerChanged(desk.Db, lead, desk.Now);
        desk.Db.SaveChanges(); // What comes next in this transaction looks in the database.
    }

    /// <summary>Gives it to somebody, who is told when it was another who did so.</summary>
    public static void Give(DeskTurn desk, LeadRow lead, Staff person, ChangeKind kind) => Make(desk, lead, kind, () =>
    {
        (lead.OwnerId, lead.ClaimedAt) = (person.Id, desk.Now);
        if (person.Id != desk.Staff.Id)
            Notices.Assigned(desk, lead, person);
    }, $"{person.Id}");

    /// <summary>Says what was changed, with a way back.</summary>
    public static DeskResult Done(DeskTurn desk, LeadRow lead, string words, string outcome, params IReadOnlyList<Choice> choices) =>
        new([new Reply(words, desk.Language) { Leads = [lead.Number], Choices = [.. choices, new Choice(desk.Words(ChangeText.Undo), "/undo")] }])
        {
            Outcome = outcome,
        };

    /// <summary>Nothing was changed.</summary>
    public static DeskResult Not(LeadRow lead, Reply reply) => new([reply with { Leads = [lead.Number] }]) { Outcome = DeskResult.Refused };

    /// <summary>What the deal is worth; a dash while nobody has said.</summary>
    public static string Amount(DeskTurn desk, LeadRow lead) =>
        lead is { Amount: { } amount, Currency: { } currency } ? desk.Cards.Money(amount, currency, desk.Language) : "—";

    public static (string, string) Name(LeadRow lead) => ("lead", LeadViews.NameOf(lead));
}
