using System.Text.Json.Nodes;
using ChatLeads.Channels.Cards;
using ChatLeads.Core.Conversations;
using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.WebChat;

/// <summary>Writes transcript entries as Bot Framework activities, for one reader.</summary>
internal sealed class ActivityRenderer(IOptions<WebChatOptions> options)
{
    private const string BotId = "bot";
    private const string RepId = "rep";

    /// <param name="watermark">Where the reader stood; the set moves it on.</param>
    public ActivitySet Set(WebChatIdentity reader, IReadOnlyList<TranscriptEntry> entries, string watermark) =>
        new([.. entries.Select(e => Render(reader, e))], entries.Count == 0 ? watermark : Watermark.Write(entries[^1].Sequence));

    /// <summary>The sign that an answer is being prepared: it stands in no transcript and moves no watermark.</summary>
    public ActivitySet Typing(WebChatIdentity reader, string? name) =>
        new([new Activity("typing", Bot(name), new ConversationAccount(reader.Conversation.Id))], null);

    /// <summary>The id on the wire of an entry's <see cref="TranscriptEntry.Id"/>.</summary>
    public static string WireId(ConversationKey conversation, string entryId) => $"{conversation.Id}|{entryId}";

    private Activity Render(WebChatIdentity reader, TranscriptEntry entry)
    {
        var activity = new Activity("message", From(reader, entry), new ConversationAccount(reader.Conversation.Id))
        {
            Id = WireId(reader.Conversation, entry.Id),
            Timestamp = entry.At.ToUniversalTime(),
            Text = entry.Reply.Text,
            TextFormat = "plain",
            Locale = entry.Reply.Language is { Length: > 0 } language ? language : null,
        };
        return IsReaders(reader, entry) ? Echo(activity, entry) : Reply(activity, reader, entry);
    }

    private static Activity Echo(Activity activity, TranscriptEntry entry) => activity with
    {
        ChannelData = entry.ClientId is null ? null : new JsonObject { ["clientActivityID"] = entry.ClientId },
    };

    private static Activity Reply(Activity activity, WebChatIdentity reader, TranscriptEntry entry) => activity with
    {
        TextFormat = TextFormat.Of(entry.Reply.Text),
        ReplyToId = entry.ReplyTo is null ? null : WireId(reader.Conversation, entry.ReplyTo),
        InputHint = entry.Reply.ExpectsAnswer ? "expectingInput" : "acceptingInput",
        SuggestedActions = entry.Reply.Choices.Count == 0
            ? null
            : new SuggestedActions([.. entry.Reply.Choices.Select(c => new CardAction("imBack", c.Label, c.Value))]),
        Attachments = Attachments(entry.Reply),
        ChannelData = new JsonObject { ["asking"] = entry.Reply.Asking?.Id },
    };

    private static Attachment[]? Attachments(Reply reply)
    {
        Attachment?[] all =
        [
            reply.Card is null ? null : Shown(reply.Card),
            reply.Picture is null
                ? null
                : new Attachment("image/png", ContentUrl: $"data:image/png;base64,{Convert.ToBase64String(reply.Picture.Png)}", Name: reply.Picture.AltText),
        ];
        return all.OfType<Attachment>().ToArray() is { Length: > 0 } some ? some : null;
    }

    /// <summary>A button's string data is sent back as the person's text.</summary>
    private static Attachment Shown(Card card) => new(AdaptiveCard.ContentType, AdaptiveCard.Document(
        AdaptiveCard.Body(card, CardText.Inert),
        card.Actions.Select(choice => new JsonObject { ["type"] = "Action.Submit", ["title"] = choice.Label, ["data"] = choice.Value })));

    /// <summary>At the desk the staff member is the reader; a rep in a prospect's conversation is the other side.</summary>
    private static bool IsReaders(WebChatIdentity reader, TranscriptEntry entry) =>
        entry.Speaker == Speaker.Prospect || (entry.Speaker == Speaker.Rep && reader.StaffId is not null);

    private Account From(WebChatIdentity reader, TranscriptEntry entry) =>
        IsReaders(reader, entry) ? new Account(reader.WireUser, "user") : Bot(entry.SpeakerName);

    /// <summary>A person has an id of their own, so that clients show their name.</summary>
    private Account Bot(string? repName) =>
        repName is null ? new Account(BotId, "bot", options.Value.BotName) : new Account(RepId, "bot", repName);
}
