using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace ChatLeads.Channels.WebChat;

/// <summary>One open stream: sends what is said after a watermark, and empty frames so that both sides notice a dead line.</summary>
/// <param name="mayRead">Asked before anything is sent: a staff member may have left.</param>
internal sealed class StreamSession(
    WebSocket socket, WebChatIdentity reader, ITranscripts transcripts, ActivityRenderer renderer, Func<CancellationToken, ValueTask<bool>> mayRead)
{
    public static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly Channel<byte[]> frames = Channel.CreateBounded<byte[]>(16);

    public void KeepAlive() => frames.Writer.TryWrite([]);

    public void SignTyping(string? name) => frames.Writer.TryWrite(Bytes(renderer.Typing(reader, name)));

    /// <summary>Until the client leaves, the conversation is gone, or the program stops.</summary>
    public async Task Run(long watermark, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var receiving = Receive();
        var sending = Send(over.Token);
        var pumping = Pump(watermark, over.Token);
        await Task.WhenAny(receiving, sending, pumping);
        await over.CancelAsync();
        await Task.WhenAll(sending, pumping);
        await Close(receiving);
    }

    private async Task Pump(long watermark, CancellationToken over)
    {
        try
        {
            while (await transcripts.Since(reader.Conversation, watermark, over) is { } entries && await mayRead(over))
            {
                if (entries.Count > 0)
                {
                    var set = renderer.Set(reader, entries, Watermark.Write(watermark));
                    await frames.Writer.WriteAsync(Bytes(set), over);
                    watermark = entries[^1].Sequence;
                }
                await transcripts.WaitBeyond(reader.Conversation, watermark, over);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
        }
    }

    private async Task Send(CancellationToken over)
    {
        try
        {
            // A cancelled SendAsync would abort the socket, so only the waiting is cancelled.
            await foreach (var frame in frames.Reader.ReadAllAsync(over))
                await socket.SendAsync(frame, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
        }
    }

    /// <summary>Clients send nothing but keep-alives here; whatever it is, it is read away.</summary>
    private async Task Receive()
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task Close(Task receiving)
    {
        try
        {
            using var patience = new CancellationTokenSource(Farewell);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(
                    receiving.IsCompleted ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.EndpointUnavailable, null, patience.Token);
            await receiving.WaitAsync(patience.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    private static byte[] Bytes(ActivitySet set) => JsonSerializer.SerializeToUtf8Bytes(set, WireJson.Default.ActivitySet);
}
