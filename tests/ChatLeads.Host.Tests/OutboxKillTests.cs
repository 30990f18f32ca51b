using System.Collections.Concurrent;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Tests;

/// <summary>The real program, killed when a message has arrived and before it could be marked.</summary>
public sealed class OutboxKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Messages = 6, Crashes = 3;
    private readonly string data = Directory.CreateTempSubdirectory("chatleads-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Killed_between_send_and_mark_it_loses_nothing_and_repeats_one_message_for_each_crash()
    {
        await using var api = await BotApiServer.Start();
        var ana = api.Person("Ana");
        await Put(ana.Id);
        string[] settings = ["--ChatLeads:Telegram:Token", BotApiServer.Token, "--ChatLeads:Telegram:ApiUrl", api.Url];

        for (var crash = 0; crash < Crashes; crash++)
        {
            using var program = await StartAndSay(api, settings);
            program.Kill();
            await program.WaitForExitAsync();
        }
        using var last = RealProgram.Run(data, "http://127.0.0.1:0", settings);
        while (ana.Chat.FromBot.All(message => message.Text != $"{Messages}"))
            await Task.Delay(100);
        last.Kill();
        await last.WaitForExitAsync();
        var arrived = ana.Chat.FromBot.Select(message => message.Text).ToList();

        output.WriteLine($"{Crashes} crashes, {Messages} messages: {Messages - arrived.Distinct().Count()} lost, {arrived.Count - Messages} repeated ({string.Join(' ', arrived)}).");
        Assert.Equal(Enumerable.Range(1, Messages).Select(number => $"{number}"), arrived.Distinct());
        Assert.InRange(arrived.Count - Messages, 0, Crashes);
    }

    /// <summary>Completes when one message has arrived as usual, and then one of whose arrival the program does not hear.</summary>
    private async Task<System.Diagnostics.Process> StartAndSay(BotApiServer api, string[] settings)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        api.Fail("sendMessage", new Fault.None(), new Fault.Silent(arrived));
        var printed = new ConcurrentQueue<string>();
        var program = RealProgram.Run(data, "http://127.0.0.1:0", settings, printed.Enqueue);
        var first = await Task.WhenAny(arrived.Task, program.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(5)));
        Assert.True(first == arrived.Task, $"The message was not sent. The program printed:\n{string.Join('\n', printed)}");
        return program;
    }

    private async Task Put(long chat)
    {
        var host = await TestHost.Start(data); // Makes the database. It is over before there are rows: it knows no Telegram.
        await host.Stop();
        var to = new ConversationKey("telegram", $"{chat}");
        using var db = new ChatLeadsDb(SqliteDatabase.Options(Path.Combine(data, "chatleads.db")));
        db.Outbox.AddRange(Enumerable.Range(1, Messages).Select(number => new OutboxRow
        {
            Recipient = to.ToString(),
            Kind = PushChannels.Message,
            PayloadJson = StoredJson.Write(new MessagePayload(to, new Reply($"{number}", "es"))),
            DueAt = DateTimeOffset.UnixEpoch.AddSeconds(number),
        }));
        db.SaveChanges();
    }
}
