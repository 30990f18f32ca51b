using System.Text.Json.Nodes;
using ChatLeads.Channels.Cards;
using ChatLeads.Channels.Sending;
using ChatLeads.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ChatLeads.Channels.Teams;

/// <summary>Takes one activity through the pipeline, and answers as its kind wants it.</summary>
internal sealed class TeamsTurns(
    ITurns turns, TeamsChannel channel, TeamsCards cards, TeamsButtons buttons, DirectReplies direct, TimeProvider time, IHostApplicationLifetime lifetime,
    ITypingSigns? typing = null)
{
    // Longer than a turn takes without a language model: nobody sees it come and go.
    private static readonly TimeSpan TypingAfter = TimeSpan.FromSeconds(1);

    public Task<IResult> Take(TeamsActivity activity, TeamsAddress address, CancellationToken cancellation) => activity switch
    {
        { IsInvoke: true, Name: not "adaptiveCard/action" } => Task.FromResult(Results.StatusCode(StatusCodes.Status501NotImplemented)),
        { IsInvoke: true } => Execute(activity, address, cancellation),
        { Pressed: { } data } => Submit(activity, address, buttons.Read(address, data), cancellation),
        { Content: { } content } => Hear(activity, address, content, cancellation),
        { IsTyping: true, IsGroup: false } => Typing(address),
        _ => Task.FromResult(Nothing(activity)),
    };

    private async Task<IResult> Hear(TeamsActivity activity, TeamsAddress address, Incoming content, CancellationToken cancellation)
    {
        var receipt = await Turn(activity, address, Inbound(activity, address, content, activity.Id), cancellation);
        return Answered(activity, address, receipt);
    }

    private Task<IResult> Typing(TeamsAddress address)
    {
        typing?.IsTyping(address.Key);
        return Task.FromResult(Results.Accepted());
    }

    private static IResult Nothing(TeamsActivity activity) => activity.ExpectsReplies ? Expected([]) : Results.Accepted();

    private static IResult Expected(IEnumerable<JsonObject> messages) => Results.Json(new JsonObject { ["activities"] = new JsonArray([.. messages]) });

    /// <summary>A pressed Submit comes as a message, which cannot answer: the card is changed by an update.</summary>
    private async Task<IResult> Submit(TeamsActivity activity, TeamsAddress address, TeamsButton? button, CancellationToken cancellation)
    {
        if (button is null)
            return Nothing(activity);
        var receipt = await Turn(activity, address, Inbound(activity, address, button.Content, PressId(activity, button)), cancellation);
        if (button.Question is not null && activity is { ReplyToId: { } card, ExpectsReplies: false } && !receipt.Duplicate)
            _ = channel.ShowChosen(address, card, button, lifetime.ApplicationStopping);
        return Answered(activity, address, receipt);
    }

    /// <summary>The replies go out through the connector; or in the response, where that was asked for.</summary>
    private IResult Answered(TeamsActivity activity, TeamsAddress address, TurnReceipt receipt)
    {
        if (activity.ExpectsReplies)
            return Expected(receipt.Replies.SelectMany(entry => channel.Messages(address, entry.Reply)).Select(message => Addressed(message, activity, address)));
        Say(address, receipt, receipt.Replies);
        return Results.Accepted();
    }

    /// <summary>What the connector would add.</summary>
    private static JsonObject Addressed(JsonObject message, TeamsActivity activity, TeamsAddress address)
    {
        (message["channelId"], message["serviceUrl"], message["replyToId"]) = (activity.ChannelId, activity.ServiceUrl, activity.Id);
        (message["conversation"], message["from"], message["recipient"]) = (Account(address.ConversationId), Account(activity.BotId), Account(activity.FromId));
        return message;

        static JsonObject Account(string? id) => new() { ["id"] = id };
    }

    /// <summary>A pressed Execute waits for what takes the card's place: the question with what was chosen, or the lead as it is now.</summary>
    private async Task<IResult> Execute(TeamsActivity activity, TeamsAddress address, CancellationToken cancellation)
    {
        if (activity.Pressed is not { } data || buttons.Read(address, data) is not { } button)
            return Answer(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "BadRequest", ["message"] = "This button is not of this conversation." });
        var inbound = Inbound(activity, address, button.Content, PressId(activity, button)) with { CardOf = button.Leads };
        var receipt = await Turn(activity, address, inbound, cancellation);
        Say(address, receipt, [.. receipt.Replies.Where(entry => !inbound.AnswersInPlace(entry.Reply))]);
        if (receipt.Replies.LastOrDefault(entry => inbound.AnswersInPlace(entry.Reply)) is { } inPlace)
            return Answer(200, AdaptiveCard.ContentType, cards.Card(address, inPlace.Reply));
        return button.Question is not null && !receipt.Duplicate
            ? Answer(200, AdaptiveCard.ContentType, TeamsCards.Chosen(button))
            : Answer(200, "application/vnd.microsoft.activity.message", "✓ " + button.Label);
    }

    /// <summary>All buttons of a question share one id, so that the first press is its answer; an action counts for each press.</summary>
    private static string? PressId(TeamsActivity activity, TeamsButton button) =>
        button.Question is not null && activity.ReplyToId is { } card ? $"press-{card}" : activity.Id;

    private static Inbound Inbound(TeamsActivity activity, TeamsAddress address, Incoming content, string? id) =>
        new(address.Key, id ?? Guid.NewGuid().ToString("N"), activity.FromId, content, Locale: activity.Locale, IsGroup: activity.IsGroup)
        {
            AnswersInResponse = activity is { ExpectsReplies: true, IsInvoke: false },
        };

    private async Task<TurnReceipt> Turn(TeamsActivity activity, TeamsAddress address, Inbound inbound, CancellationToken cancellation)
    {
        var turn = turns.Take(inbound, cancellation);
        if (activity is { IsInvoke: false, ExpectsReplies: false } && await Task.WhenAny(turn, Task.Delay(TypingAfter, time, cancellation)) != turn)
            _ = channel.Typing(address, lifetime.ApplicationStopping);
        return await turn;
    }

    /// <summary>What an unconsented prospect is told lies nowhere: it goes from memory. Not awaited: the activity is committed.</summary>
    private void Say(TeamsAddress address, TurnReceipt receipt, IReadOnlyList<TranscriptEntry> replies)
    {
        if (receipt is { Duplicate: false, InOutbox: false } && replies.Count > 0)
            _ = direct.Say(address.Key, replies, lifetime.ApplicationStopping);
    }

    private static IResult Answer(int status, string type, JsonNode value) =>
        Results.Json(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
