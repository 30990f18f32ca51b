using System.Security.Cryptography;
using System.Text;
using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;

namespace ChatLeads.Host.Turns;

/// <summary>Says something in a staff member's desk conversation of our own accord.</summary>
internal sealed class Announcements(LiveConversations conversations, TurnRecorder recorder, TimeProvider clock)
{
    /// <param name="id">The same for each attempt: it is said once.</param>
    /// <param name="to">A chat of theirs on a push channel, where it is said, too.</param>
    /// <param name="still">Asked inside the transaction: whether it may be said.</param>
    public async Task Say(Staff staff, string id, Reply reply, ConversationKey? to = null, Func<ChatLeadsDb, bool>? still = null)
    {
        var key = WebChatIdentity.ForStaff(staff.Id).Conversation;
        var inbound = new Inbound(key, id, key.Id, new Opened(), staff) { AnswerTo = to };
        while (true)
        {
            var conversation = await conversations.GetOrBegin(key, CancellationToken.None);
            if (conversation.InTurn(() => Say(conversation, inbound, reply, still)) is { } turn)
            {
                await turn;
                return;
            }
        }
    }

    private async Task<bool> Say(LiveConversation conversation, Inbound inbound, Reply reply, Func<ChatLeadsDb, bool>? still)
    {
        if (conversation.TakenAs(inbound.MessageId) is not null
            || (conversation.HasForgottenUpdates && inbound.MessageId is { } id && await recorder.WasTaken(conversation, id)))
            return false;
        var turn = new Turn(conversation, inbound, clock.GetUtcNow());
        var committed = await recorder.RecordStaff(turn, db => IsStillTrue(db, reply) && still?.Invoke(db) != false ? [reply] : []);
        conversation.Accept(inbound.MessageId, turn.MessageId, committed.Entries, committed.State, turn.At);
        return true;
    }

    /// <summary>A lead may have been erased since the words about it were made.</summary>
    private static bool IsStillTrue(ChatLeadsDb db, Reply reply) => reply.Leads.All(number => db.Leads.Any(lead => lead.Number == number));
}

/// <summary>The desk as a channel that we write to of our own accord: ids are <c>staff-7</c>.</summary>
internal sealed class DeskChannel(IServiceProvider services, IStaffDirectory staff) : IPushChannel
{
    public string Name => WebChatIdentity.DeskChannel;

    public Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation) =>
        Say(to, idempotencyKey, reply, cancellation);

    /// <summary>A transcript is not rewritten: the news is said in a line of its own, once for the same words.</summary>
    public async Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation) =>
        reply.Text.Length == 0
            ? new Delivery.Sent(externalId)
            : await Say(to, $"{externalId}-{Digest(reply.Text)}", reply with { Card = null, Choices = [] }, cancellation);

    private async Task<Delivery> Say(ConversationKey to, string messageId, Reply reply, CancellationToken cancellation)
    {
        var id = int.Parse(to.Id["staff-".Length..], System.Globalization.CultureInfo.InvariantCulture);
        if (await staff.Find(id, cancellation) is not { } person)
            return new Delivery.Gone("no longer staff");
        // Looked up late: what announces needs the channels, too.
        await services.GetRequiredService<Announcements>().Say(person, messageId, reply);
        return new Delivery.Sent(messageId);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
