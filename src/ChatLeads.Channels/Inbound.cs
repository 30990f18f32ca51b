using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels;

/// <summary>One update from a channel, ready for the pipeline.</summary>
/// <param name="MessageId">
/// The channel's own id of the update, unique in its conversation: a second one with the same id has no second effect. Null
/// when the client named none: then it cannot be told from another, and nothing is remembered of it.
/// </param>
/// <param name="UserId">Who wrote, as the channel vouches for it; never what a client claims.</param>
/// <param name="Staff">Set when the channel knows the writer as staff (a desk session, a linked chat).</param>
/// <param name="Locale">The client's language tag, a hint for the first words.</param>
/// <param name="IsGroup">More than one person writes in the conversation.</param>
/// <param name="ClientId">What the client called it, to be echoed in the transcript (<see cref="TranscriptEntry.ClientId"/>).</param>
public sealed record Inbound(
    ConversationKey Conversation,
    string? MessageId,
    string UserId,
    Incoming Content,
    Staff? Staff = null,
    string? Locale = null,
    Visit? Visit = null,
    string? ClientId = null,
    bool IsGroup = false)
{
    /// <summary>
    /// Where a staff member wrote, when that is not the desk: all that they say is of their desk's one conversation, and the
    /// answer goes there.
    /// </summary>
    public ConversationKey? AnswerTo { get; init; }

    /// <summary>The leads of a card whose button was pressed, where the channel puts the answer in the card's place.</summary>
    public IReadOnlyList<int> CardOf { get; init; } = [];

    /// <summary>The channel hands all replies over in the answer to this very request: none is sent besides.</summary>
    public bool AnswersInResponse { get; init; }

    /// <summary>That reply takes the place of the card that was pressed: it is not sent besides.</summary>
    public bool AnswersInPlace(Reply reply) => AnswersInResponse || CardOf.Count > 0 && reply.Card is not null && reply.Leads.SequenceEqual(CardOf);
}
