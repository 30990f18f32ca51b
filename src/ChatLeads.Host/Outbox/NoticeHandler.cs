using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>What a notice's row holds: the lead is looked up when it goes out.</summary>
/// <param name="RemindedAt">The moment that the lead was snoozed until, for a reminder.</param>
/// <param name="AssignedBy">Who gave it to them, for an assignment.</param>
internal sealed record NoticePayload(int StaffId, int Lead, DateTimeOffset? RemindedAt, string? AssignedBy)
{
    public ConversationKey To { get; init; } = WebChatIdentity.ForStaff(StaffId).Conversation;
}

[Phrases("desk/notices.yaml")]
internal enum NoticeText
{
    [Values("lead")] Reminder,
    [Values("lead", "person")] Assigned,
}

/// <summary>Tells one staff member about a lead: that they wanted to be reminded of it, or that it is theirs now.</summary>
internal sealed class NoticeHandler(
    IDbContextFactory<ChatLeadsDb> databases, CurrentDialogs dialogs, StaffDirectory people, PushChannels channels, TimeProvider clock) : IOutboxHandler
{
    public const string NoticeKind = "notice";

    public string Kind => NoticeKind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var notice = StoredJson.Read<NoticePayload>(row.PayloadJson);
        if (await people.Find(notice.StaffId, cancellation) is not { } person)
            return new OutboxOutcome.Hopeless("no longer staff");
        if (channels.Find(notice.To.Channel) is not { } channel)
            return new OutboxOutcome.Failed($"the channel {notice.To.Channel} is off", null);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Leads.AsNoTracking().SingleOrDefaultAsync(lead => lead.Number == notice.Lead, cancellation) is not { } lead || !IsStillTrue(notice, lead))
            return new OutboxOutcome.Sent(null);
        var turn = new DeskTurn(db, person, dialogs.Now, people, clock.GetUtcNow());
        var words = notice.AssignedBy is { } by
            ? turn.Words(NoticeText.Assigned, ("lead", LeadViews.NameOf(lead)), ("person", by))
            : turn.Words(NoticeText.Reminder, ("lead", LeadViews.NameOf(lead)));
        var card = turn.Cards.Alert(LeadViews.Load(db, lead.Number)!, turn.Language) with { Text = words };
        return OutboxOutcome.Of(await channel.Send(notice.To, card, $"outbox-{row.Id}", cancellation));
    }

    private static bool IsStillTrue(NoticePayload notice, LeadRow lead) =>
        notice.AssignedBy is not null ? lead.OwnerId == notice.StaffId : lead.SnoozedUntil == notice.RemindedAt && lead.SnoozedBy == notice.StaffId;
}
