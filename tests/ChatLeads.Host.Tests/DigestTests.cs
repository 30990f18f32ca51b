using System.Collections.Concurrent;
using System.Globalization;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Desk.Digests;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

public sealed class DigestTests
{
    private readonly Pigeons pigeons = new();

    [Fact]
    public async Task A_rep_gets_the_day_with_warm_leads_at_the_desk_and_on_the_preferred_channel_every_day()
    {
        await using var host = await Start("2026-11-23T09:00Z");
        var marta = await Join(host, "Marta Gil");
        var ana = await Warm(host, "Ana Ruiz");

        Assert.Equal("Hecho: te mando un resumen cada día a las 8:30. El próximo, mañana a las 8:30.", await host.Ask(marta, "resumen diario a las 8:30"));
        await Due(host, "2026-11-24T07:30Z", 1);

        var (to, reply) = pigeons.Arrived.Single();
        Assert.Equal("marta-chat", to);
        Assert.StartsWith("☀️ Tu martes 24 nov", reply.Text, StringComparison.Ordinal);
        Assert.Contains("🌤 Templados por llamar", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Ruiz", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Sin dueño y sin llamar: 1", reply.Text, StringComparison.Ordinal);
        Assert.Contains(ana, reply.Leads);
        Assert.Equal("2026-11-25T07:30Z", Next(host, marta));
        await Due(host, "2026-11-25T07:30Z", 2);
        await Eventually(host, async () => (await host.Transcript(new ConversationKey("desk", $"staff-{marta.Id}"))).Count(entry => IsDigest(entry.Reply)) == 2);
        Assert.Equal("2026-11-26T07:30Z", Next(host, marta));
    }

    [Fact]
    public async Task A_manager_gets_the_last_week_against_the_one_before_with_the_funnels_picture()
    {
        await using var host = await Start("2026-11-18T09:00Z");
        var eva = await Join(host, "Eva", Role.Manager, "en");
        await host.Hot("Ana Ruiz");

        Assert.Equal("Done: you get a digest every Monday at 9:00. The next one on Mon 23 Nov at 9:00.", await host.Ask(eva, "digest every Monday at 9"));
        await Due(host, "2026-11-23T08:00Z", 1);

        var reply = pigeons.Arrived.Single().Reply;
        Assert.NotNull(reply.Picture);
        Assert.StartsWith("🗓 The week: 16 Nov 2026 to 22 Nov 2026", reply.Text, StringComparison.Ordinal);
        Assert.Contains("9–15", reply.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-30T08:00Z", Next(host, eva));
    }

    [Fact]
    public async Task It_keeps_its_hour_when_clocks_change()
    {
        await using var host = await Start("2027-03-27T09:00Z");
        var marta = await Join(host, "Marta Gil");
        await host.Ask(marta, "resumen cada día a las 9");
        Assert.Equal("2027-03-28T07:00Z", Next(host, marta));

        await Due(host, "2027-03-28T07:00Z", 1);

        Assert.Equal("2027-03-29T07:00Z", Next(host, marta));
    }

    [Fact]
    public async Task One_waits_however_often_it_is_changed_and_a_change_can_be_taken_back()
    {
        await using var host = await Start("2026-11-23T09:00Z");
        var marta = await Join(host, "Marta Gil");
        await host.Ask(marta, "resumen diario a las 8:30");
        await host.Ask(marta, "resumen cada lunes a las 9");
        Assert.Equal("2026-11-30T08:00Z", Next(host, marta));

        Assert.Equal("Deshecho: sigue el resumen de cada día a las 8:30. El próximo, mañana a las 8:30.", await host.Ask(marta, "deshacer"));
        Assert.Equal("2026-11-24T07:30Z", Next(host, marta));

        Assert.Equal("Hecho: ya no te mando resúmenes.", await host.Ask(marta, "no quiero más resúmenes"));
        Assert.Null(Next(host, marta));
        await host.Ask(marta, "deshacer");
        Assert.Equal("2026-11-24T07:30Z", Next(host, marta));
    }

    [Fact]
    public async Task What_fell_due_while_the_program_was_down_comes_once_and_the_next_at_its_time()
    {
        var host = await Start("2026-11-23T09:00Z");
        var marta = await Join(host, "Marta Gil");
        await host.Ask(marta, "resumen diario a las 8:30");
        await host.Stop();

        await using var again = await Start("2026-11-27T10:00Z", host.Data);
        await pigeons.Have(1).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Single(pigeons.Arrived);
        Assert.Equal("2026-11-28T07:30Z", Next(again, marta));
    }

    [Fact]
    public async Task Who_has_left_gets_none()
    {
        await using var host = await Start("2026-11-23T09:00Z");
        var (marta, luis) = (await Join(host, "Marta Gil"), await Join(host, "Luis Peña"));
        await host.Ask(marta, "resumen diario a las 8:30");
        await host.Ask(luis, "resumen diario a las 9");
        await host.Writer.Write(db => db.Staff.Find(marta.Id)!.LeftAt = host.Clock.GetUtcNow());

        await Due(host, "2026-11-24T08:00Z", 1);

        Assert.Equal("luis-chat", pigeons.Arrived.Single().To);
    }

    private Task<TestHost> Start(string at, string? data = null) => TestHost.Start(
        data, At(at), services => services.AddSingleton<IPushChannel>(pigeons));

    /// <summary>Somebody who is reached by pigeon, too.</summary>
    private static async Task<Staff> Join(TestHost host, string name, Role role = Role.Rep, string language = "es")
    {
        var person = await host.Join(name, role, language);
        await host.Writer.Write(db => db.StaffAccounts.Add(new StaffAccountRow
        {
            StaffId = person.Id, Channel = Pigeons.ChannelName, UserId = name, Conversation = $"{name.Split(' ')[0].ToLowerInvariant()}-chat", JoinedAt = host.Clock.GetUtcNow(),
        }));
        return person;
    }

    private static async Task<int> Warm(TestHost host, string name)
    {
        var number = await host.Hot(name);
        await host.Writer.Write(db =>
        {
            var lead = db.Leads.Find(number)!;
            (lead.Temperature, lead.HotAt) = (Temperature.Warm, null);
        });
        return number;
    }

    /// <summary>When the one row that waits is due; null when none waits.</summary>
    private static string? Next(TestHost host, Staff person)
    {
        using var db = host.Database();
        var recipient = $"{Digests.DueKind}/{person.Id}";
        var now = host.Clock.GetUtcNow();
        return db.Outbox.AsNoTracking().SingleOrDefault(row => row.Recipient == recipient && row.SentAt == null && row.DeadAt == null && row.DueAt > now)?.DueAt
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>It is that time; waits until so many have arrived.</summary>
    private async Task Due(TestHost host, string at, int arrived)
    {
        host.Clock.Advance(At(at) - host.Clock.GetUtcNow());
        await host.AdvanceUntil(pigeons.Have(arrived), TimeSpan.FromSeconds(5));
    }

    private static async Task Eventually(TestHost host, Func<Task<bool>> happened)
    {
        for (var tries = 0; !await happened(); tries++)
        {
            Assert.True(tries < 1200, "it did not happen within a minute");
            host.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(50);
        }
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static bool IsDigest(Reply reply) => reply.Text.StartsWith("☀️", StringComparison.Ordinal) || reply.Text.StartsWith("🗓", StringComparison.Ordinal);

    /// <summary>A channel that keeps the digests that arrive.</summary>
    private sealed class Pigeons : IPushChannel
    {
        public const string ChannelName = "pigeon";

        private readonly ConcurrentQueue<(string To, Reply Reply)> arrived = [];
        private readonly ConcurrentBag<(int Count, TaskCompletionSource Done)> waiting = [];

        public string Name => ChannelName;

        public IReadOnlyCollection<(string To, Reply Reply)> Arrived => arrived;

        public Task Have(int count)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((count, done));
            if (arrived.Count >= count)
                done.TrySetResult();
            return done.Task;
        }

        public Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation)
        {
            if (IsDigest(reply))
                arrived.Enqueue((to.Id, reply));
            foreach (var (count, done) in waiting)
                if (arrived.Count >= count)
                    done.TrySetResult();
            return Task.FromResult<Delivery>(new Delivery.Sent(null));
        }

        public Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation) =>
            Task.FromResult<Delivery>(new Delivery.Rejected("a pigeon takes nothing back"));
    }
}
