using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Takeover;

/// <summary>What a staff member is sent about the conversation that they have: an entry of it, or a sentence.</summary>
/// <param name="Conversation">The prospect's.</param>
/// <param name="From">The chat on a push channel where they see it, besides the desk.</param>
internal sealed record RepMailPayload(int StaffId, int Conversation, int? Lead, ConversationKey? From)
{
    /// <summary>The entry, looked up when it goes out: what is erased meanwhile does not.</summary>
    public long? Sequence { get; init; }
    public TakeoverText? Text { get; init; }
    public string? Person { get; init; }
}

/// <summary>Puts it into the outbox: one recipient a staff member, so that all arrives in order.</summary>
internal static class RepMail
{
    public const string Kind = "rep-mail";

    public static void Relay(ChatLeadsDb db, Held held, int staffId, long sequence, DateTimeOffset now) =>
        Add(db, new RepMailPayload(staffId, held.Id, held.Lead, FromOf(held, staffId)) { Sequence = sequence }, now);

    public static void Tell(ChatLeadsDb db, Held held, int staffId, TakeoverText text, string? person, DateTimeOffset now) =>
        Add(db, new RepMailPayload(staffId, held.Id, held.Lead, FromOf(held, staffId)) { Text = text, Person = person }, now);

    /// <summary>To whoever need not have the conversation.</summary>
    /// <param name="at">A chat of theirs, besides the desk.</param>
    public static void Tell(ChatLeadsDb db, Held held, int staffId, ConversationKey? at, TakeoverText text, DateTimeOffset now) =>
        Add(db, new RepMailPayload(staffId, held.Id, held.Lead, at) { Text = text }, now);

    /// <summary>Nothing in it tells who it was.</summary>
    public static void TellErased(ChatLeadsDb db, int staffId, ConversationKey? from, DateTimeOffset now) =>
        Add(db, new RepMailPayload(staffId, 0, null, from) { Text = TakeoverText.Erased }, now);

    /// <summary>Another may have it by now, whose chat is none of theirs.</summary>
    private static ConversationKey? FromOf(Held held, int staffId) => held.StaffId == staffId ? held.From : null;

    private static void Add(ChatLeadsDb db, RepMailPayload mail, DateTimeOffset now) => db.Outbox.Add(new OutboxRow
    {
        Recipient = $"desk/{mail.StaffId}",
        Kind = Kind,
        PayloadJson = StoredJson.Write(mail),
        LeadNumber = mail.Lead,
        DueAt = now,
    });
}
