using System.Globalization;
using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Takeover;

/// <summary>Shows each side of a conversation that the other is writing, while a person has it. In memory alone.</summary>
internal sealed class TypingRelay(
    IDbContextFactory<ChatLeadsDb> databases, LiveConversations conversations, LiveStreams streams, IServiceProvider services,
    IHostApplicationLifetime lifetime, ILogger<TypingRelay> log) : ITypingSigns
{
    public void IsTyping(ConversationKey conversation) => _ = Relay(conversation, lifetime.ApplicationStopping);

    private async Task Relay(ConversationKey from, CancellationToken stopping)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stopping);
            await (WriterOf(db, from) is { } staff ? FromRep(db, staff, stopping) : FromProspect(db, from, stopping));
        }
        catch (Exception failure)
        {
            log.LogDebug("A typing sign was not passed on: {Error}", failure.GetType().Name);
        }
    }

    /// <summary>The staff member whose desk or private chat it is; null for a prospect.</summary>
    private static int? WriterOf(ChatLeadsDb db, ConversationKey from) => from.Channel == WebChatIdentity.DeskChannel
        ? int.Parse(from.Id["staff-".Length..], CultureInfo.InvariantCulture)
        : from.Channel == WebChatIdentity.VisitorChannel ? null
        : db.StaffAccounts.Where(row => row.Channel == from.Channel && row.Conversation == from.Id).Select(row => (int?)row.StaffId).FirstOrDefault();

    private async Task FromRep(ChatLeadsDb db, int staff, CancellationToken stopping)
    {
        if (Hands.Of(db, staff) is { IsGone: false } held && await db.Staff.FindAsync([staff], stopping) is { LeftAt: null } person)
            await Show(held.Key, person.Name, stopping);
    }

    private async Task FromProspect(ChatLeadsDb db, ConversationKey prospect, CancellationToken stopping)
    {
        if (await conversations.Find(prospect, stopping) is not { RowId: { } id, State.InHumanHands: not null })
            return;
        if (Hands.OfConversation(db, id) is not { StaffId: { } staffId } held || await db.Leads.FindAsync([held.Lead], stopping) is not { } lead)
            return;
        await Show(WebChatIdentity.ForStaff(staffId).Conversation, Desk.LeadViews.NameOf(lead), stopping);
        if (held.From is { } chat)
            await Show(chat, "", stopping);
    }

    private Task Show(ConversationKey to, string name, CancellationToken stopping)
    {
        streams.SignTyping(to, name);
        return services.GetRequiredService<PushChannels>().Find(to.Channel)?.Typing(to, stopping) ?? Task.CompletedTask;
    }
}
