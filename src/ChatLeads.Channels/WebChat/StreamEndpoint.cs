using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ChatLeads.Channels.WebChat;

/// <summary>The WebSocket of a stream URL.</summary>
internal sealed class StreamEndpoint(
    StreamTickets tickets, Callers callers, ITranscripts transcripts, ActivityRenderer renderer, LiveStreams streams,
    TimeProvider time, IHostApplicationLifetime lifetime)
{
    public async Task<IResult> Open(HttpContext context, string conversationId, string? watermark, string? t)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return DirectLineError.Malformed("A stream URL is for a WebSocket.");
        if (t is null || tickets.Redeem(conversationId, t) is not { } reader)
            return DirectLineError.OldStream;
        if (Watermark.Read(watermark) is not { } from)
            return DirectLineError.Malformed("watermark is not one of ours.");
        if (await transcripts.Since(reader.Conversation, from, context.RequestAborted) is null)
            return DirectLineError.NoConversation;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var session = new StreamSession(socket, reader, transcripts, renderer, MayRead);
        using var typing = streams.Register(reader.Conversation, session.SignTyping);
        await using var keepAlive = time.CreateTimer(_ => session.KeepAlive(), null, StreamSession.KeepAliveInterval, StreamSession.KeepAliveInterval);
        await session.Run(from, lifetime.ApplicationStopping);
        return Results.Empty;

        async ValueTask<bool> MayRead(CancellationToken cancellation) =>
            reader.StaffId is null || await callers.StaffOf(reader, cancellation) is not null;
    }
}
