using System.Net.WebSockets;
using System.Text.Json;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Desk;

namespace ChatLeads.Channels.Tests.WebChat;

public sealed class StreamTests
{
    [Fact]
    public async Task A_stream_brings_the_greeting_then_echoes_and_answers()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        using var socket = await client.Open();
        Assert.Equal([FakePipeline.Greeting.Text], (await DirectLineClient.Receive(socket, 1)).Texts);
        await client.Say("hola");
        Assert.Equal(["hola", "Has dicho: hola"], (await DirectLineClient.Receive(socket, 2)).Texts);
    }

    [Fact]
    public async Task After_a_lost_line_nothing_is_missed_and_nothing_comes_twice()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        var (received, watermark) = (new List<string?>(), "");
        for (var i = 0; i < 5; i++)
        {
            var url = i == 0 ? client.StreamUrl : (await client.Call(HttpMethod.Get, $"conversations/{client.Id}?watermark={watermark}")).Text("streamUrl");
            using var socket = await client.Open(url);
            await client.Say($"en línea {i}", $"on{i}");
            var (texts, read) = await DirectLineClient.Receive(socket, i == 0 ? 3 : 4);
            received.AddRange(texts);
            watermark = read;
            socket.Abort();
            await client.Say($"sin línea {i}", $"off{i}");
        }
        var all = (await client.Activities()).Texts;
        Assert.Equal(1 + (5 * 4), all.Count);
        Assert.Equal(all.SkipLast(2), received);
    }

    [Fact]
    public async Task Without_a_watermark_a_resumed_stream_brings_only_what_is_new()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        await client.Say("antes");
        var resumed = await client.Call(HttpMethod.Get, $"conversations/{client.Id}");
        Assert.Equal((200, client.Id), (resumed.Status, resumed.Text("conversationId")));
        using var socket = await client.Open(resumed.Text("streamUrl"));
        await client.Say("después", "c2");
        Assert.Equal(["después", "Has dicho: después"], (await DirectLineClient.Receive(socket, 2)).Texts);
    }

    [Fact]
    public async Task A_stream_url_works_once_for_60_seconds_and_for_its_own_conversation()
    {
        await using var server = await WebChatServer.Start();
        var (ana, eve) = (await server.Visitor(), await server.Visitor());
        using (await ana.Open())
            await Refused(() => ana.Open());
        await Refused(() => eve.Open(eve.StreamUrl.Replace(eve.Id, ana.Id, StringComparison.Ordinal)));
        await Refused(() => eve.Open(eve.StreamUrl)); // the attempt above has used it up
        await eve.Begin();
        server.Time.Advance(TimeSpan.FromSeconds(60));
        await Refused(() => eve.Open());
        var plain = await ana.Call(HttpMethod.Get, $"conversations/{ana.Id}/stream?t=x");
        Assert.Equal("400 MalformedData", plain.Error);
    }

    [Fact]
    public async Task Keep_alives_are_empty_frames_in_both_directions()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        using var socket = await client.Open();
        await DirectLineClient.Receive(socket, 1);
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);
        server.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("", await DirectLineClient.Frame(socket));
        await client.Say("hola");
        Assert.Equal(["hola", "Has dicho: hola"], (await DirectLineClient.Receive(socket, 2)).Texts);
    }

    [Fact]
    public async Task A_slow_turn_is_announced_by_a_typing_sign()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        using var socket = await client.Open();
        await DirectLineClient.Receive(socket, 1);
        var slowness = new TaskCompletionSource();
        server.Pipeline.Slowness = slowness.Task;
        var saying = client.Say("hola");
        var frame = NotEmpty(socket);
        while (await Task.WhenAny(frame, Task.Delay(20)) != frame)
            server.Time.Advance(TimeSpan.FromMilliseconds(300)); // until the turn, which began in real time, is found slow
        var typing = JsonDocument.Parse((await frame)!).RootElement;
        Assert.Equal("typing", typing.GetProperty("activities")[0].GetProperty("type").GetString());
        Assert.False(typing.TryGetProperty("watermark", out _));
        slowness.SetResult();
        Assert.Equal(200, (await saying).Status);
    }

    [Fact]
    public async Task No_log_holds_a_ticket_or_a_token()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        using (var socket = await client.Open())
            await DirectLineClient.Receive(socket, 1);
        await Refused(() => client.Open());
        var ticket = client.StreamUrl.Split("t=")[1];
        Assert.NotEmpty(server.Log);
        Assert.DoesNotContain(server.Log, line => line.Contains(ticket, StringComparison.Ordinal) || line.Contains(client.Token!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_staff_members_stream_ends_when_they_leave()
    {
        await using var server = await WebChatServer.Start();
        server.Staff.Add(new Staff(3, "Marta", Role.Rep, "es"));
        var client = server.Client();
        client.Token = server.Tokens.Issue(WebChatIdentity.ForStaff(3));
        await client.Begin();
        using var socket = await client.Open();
        await DirectLineClient.Receive(socket, 1);
        server.Staff.Clear();
        server.Pipeline.Say(server.Pipeline.Taken.Last().Conversation, FakePipeline.Greeting);
        Assert.Null(await DirectLineClient.Frame(socket));
    }

    [Fact]
    public async Task Open_streams_do_not_hold_up_a_stop()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        using var socket = await client.Open();
        await DirectLineClient.Receive(socket, 1);
        var stopping = server.Stop();
        Assert.Null(await DirectLineClient.Frame(socket));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task<string?> NotEmpty(ClientWebSocket socket)
    {
        while (true)
            if (await DirectLineClient.Frame(socket) is not "" and var frame)
                return frame;
    }

    private static async Task Refused(Func<Task<ClientWebSocket>> open)
    {
        var error = await Assert.ThrowsAsync<WebSocketException>(open);
        Assert.Contains("403", error.Message, StringComparison.Ordinal);
    }
}
