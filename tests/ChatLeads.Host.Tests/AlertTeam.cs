using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>The program with reps who have joined on a channel that records.</summary>
internal sealed class AlertTeam : IAsyncDisposable
{
    private readonly Dictionary<string, int> ids = [];

    private AlertTeam(TestHost host, Recorder channel) => (Host, Channel) = (host, channel);

    public TestHost Host { get; }
    public Recorder Channel { get; }

    public static async Task<AlertTeam> Start(string? data, DateTimeOffset? at, params string[] reps)
    {
        var channel = new Recorder();
        var team = new AlertTeam(await TestHost.Start(data, at, services => services.AddSingleton<IPushChannel>(channel)), channel);
        foreach (var rep in reps)
        {
            var row = await team.Host.App.Services.GetRequiredService<DbWriter>().Write(db =>
            {
                var row = new StaffRow { Name = rep, Role = Role.Rep, Language = "en", CreatedAt = TestHost.Start0 };
                db.Staff.Add(row);
                db.SaveChanges();
                db.StaffAccounts.Add(new StaffAccountRow { StaffId = row.Id, Channel = channel.Name, UserId = rep, Conversation = rep, JoinedAt = TestHost.Start0 });
                return row;
            });
            team.ids[rep] = row.Id;
        }
        return team;
    }

    /// <summary>What a rep writes on the channel, and the answer.</summary>
    public async Task<Reply> Writes(string rep, string text) => (await Host.Turns.Take(
        new Inbound(new ConversationKey(Recorder.ChannelName, rep), Guid.NewGuid().ToString("N"), rep, new TextSent(text)), CancellationToken.None)).Replies[^1].Reply;

    /// <summary>The last card in a chat of the channel, once there is one.</summary>
    public async Task<Card> Card(string chat)
    {
        await Eventually(() => Task.FromResult(Channel.Cards(chat).Count > 0));
        return Channel.Cards(chat)[^1];
    }

    public Task<IReadOnlyList<TranscriptEntry>> Desk(string rep) => Desk(ids[rep]);

    public Task<IReadOnlyList<TranscriptEntry>> Desk(int staff) => Host.Transcript(WebChatIdentity.ForStaff(staff).Conversation);

    public Task<LeadRow> Lead() => Db(db => db.Leads.AsNoTracking().SingleAsync());

    public async Task<T> Db<T>(Func<ChatLeadsDb, Task<T>> read)
    {
        await using var db = Host.Database();
        return await read(db);
    }

    /// <summary>Offers that are still to come.</summary>
    public Task<int> Waiting() => Db(db => db.Outbox.CountAsync(row => row.Kind == Alerts.OfferKind && row.SentAt == null));

    /// <summary>Lets time pass, and waits until all that was due by then is done.</summary>
    public async Task Passes(TimeSpan time)
    {
        Host.Clock.Advance(time);
        Host.App.Services.GetRequiredService<OutboxSignal>().Kick(); // It may just have been going to sleep.
        var now = Host.Clock.GetUtcNow();
        await Eventually(() => Db(async db => !await db.Outbox.AnyAsync(row => row.SentAt == null && row.DeadAt == null && row.DueAt <= now)));
    }

    public static async Task Eventually(Func<Task<bool>> happened)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            if (await happened())
                return;
            await Task.Delay(20);
        }
        throw new TimeoutException("It did not happen within half a minute.");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
