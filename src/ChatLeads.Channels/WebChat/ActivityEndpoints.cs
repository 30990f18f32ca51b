using ChatLeads.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.WebChat;

/// <summary><c>conversations/{id}/activities</c> and <c>…/upload</c>.</summary>
internal sealed class ActivityEndpoints(
    RateLimits limits, ITurns turns, ITranscripts transcripts, ActivityRenderer renderer, LiveStreams streams, ILogger<ActivityEndpoints> log, ITypingSigns? typing = null)
{
    /// <summary>
    /// What was said after the watermark. The official client never polls again after any error but 403 and 404: when the
    /// transcript cannot be read just now, there is no news.
    /// </summary>
    public async Task<IResult> Get(HttpContext context, string? watermark)
    {
        var reader = Callers.Of(context).Identity;
        if (Watermark.Read(watermark) is not { } from)
            return DirectLineError.Malformed("watermark is not one of ours.");
        IReadOnlyList<TranscriptEntry>? entries;
        try
        {
            entries = await transcripts.Since(reader.Conversation, from, context.RequestAborted);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.LogWarning("A transcript could not be read ({Error}); its client polls again.", error.GetType().Name);
            entries = [];
        }
        return entries is null
            ? DirectLineError.NoConversation
            : new WireResult<ActivitySet>(renderer.Set(reader, entries, Watermark.Write(from)), WireJson.Default.ActivitySet);
    }

    /// <summary>Takes an activity in; what is answered with an id has been committed.</summary>
    public async Task<IResult> Post(HttpContext context)
    {
        var caller = Callers.Of(context);
        if (limits.Within(caller.Identity) is { } tooMany)
            return tooMany;
        var (body, malformed) = await RequestJson.Read(context.Request, optional: false);
        if (body is null)
            return malformed!;
        using (body)
        {
            var (activity, error) = ActivityReader.Read(body.RootElement);
            return activity is null ? error! : await Take(caller, activity, context.RequestAborted);
        }
    }

    /// <summary>Files are refused; the bot says so in the chat as well, where the person sees it.</summary>
    public async Task<IResult> Upload(HttpContext context)
    {
        var caller = Callers.Of(context);
        if (limits.Within(caller.Identity) is { } tooMany)
            return tooMany;
        var taken = await Take(caller, new ReadActivity(new Unreadable("file"), null, null, null), context.RequestAborted);
        return taken is DirectLineError ? taken : DirectLineError.NoFiles;
    }

    private async Task<IResult> Take(Caller caller, ReadActivity activity, CancellationToken aborted)
    {
        var conversation = caller.Identity.Conversation;
        if (await transcripts.Newest(conversation, PressedChoice.Looks(activity.Content, caller.Staff is not null), aborted) is not { } transcript)
            return DirectLineError.NoConversation;
        if (activity.IsTyping)
            typing?.IsTyping(conversation);
        if (activity.Content is not { } content)
            return Accepted(conversation, $"ignored-{Guid.NewGuid():N}");
        var inbound = new Inbound(
            conversation,
            content is Opened ? InboundIds.Opened : InboundIds.For(activity.ClientId),
            caller.Identity.ProvenUser,
            PressedChoice.Read(content, transcript),
            caller.Staff, activity.Locale, activity.Visit, activity.ClientId);
        // A client that hangs up has still said it: its turn goes on.
        var receipt = await streams.Announce(conversation, turns.Take(inbound, CancellationToken.None));
        return Accepted(conversation, receipt.MessageId);
    }

    private static WireResult<ResourceResponse> Accepted(ConversationKey conversation, string entryId) =>
        new WireResult<ResourceResponse>(new(ActivityRenderer.WireId(conversation, entryId)), WireJson.Default.ResourceResponse);
}
