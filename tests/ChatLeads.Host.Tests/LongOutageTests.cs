using System.Globalization;
using System.Text.RegularExpressions;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

/// <summary>A rep who is alerted in Telegram, which does not answer for hours: the real channel, with its pace, on a clock that is moved.</summary>
public sealed partial class LongOutageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Alerts = 1000;
    private static readonly TimeSpan Outage = TimeSpan.FromHours(3);

    private BotApiServer api = null!;
    private TestHost host = null!;
    private TelegramPerson marta = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApiServer.Start();
        marta = api.Person("Marta");
        host = await TestHost.Start(settings: ["--ChatLeads:Telegram:Token", BotApiServer.Token, "--ChatLeads:Telegram:ApiUrl", api.Url]);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task All_alerts_of_three_hours_arrive_in_order_within_ten_minutes_after()
    {
        api.Down = "sendMessage";
        await AlertOf(Alerts);
        await Passes(Outage);
        Assert.Empty(marta.Chat.FromBot);

        api.Down = null;
        var back = host.Clock.GetUtcNow();
        while (Arrived().Count < Alerts && host.Clock.GetUtcNow() - back < TimeSpan.FromHours(1))
            await Step(marta.Chat.FromBot.Count == 0 ? TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(0.5));
        var took = host.Clock.GetUtcNow() - back;

        output.WriteLine($"{Arrived().Count} alerts arrived in {marta.Chat.FromBot.Count} messages, {took.TotalSeconds:0} s after {Outage.TotalHours} h without Telegram.");
        Assert.Equal(Enumerable.Range(1, Alerts), Arrived());
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        await using var db = host.Database();
        Assert.Equal(0, await db.Leads.CountAsync(lead => lead.AlertedAt == null));
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_meanwhile_is_asked_once_and_no_more()
    {
        api.Down = "sendMessage";
        await AlertOf(50);
        await Passes(TimeSpan.FromMinutes(30));
        var before = api.Calls.Count(call => call.Equals("sendMessage", StringComparison.OrdinalIgnoreCase));

        marta.Blocks();
        api.Down = null;
        await using var db = host.Database();
        for (var tries = 0; tries < 600 && await db.Outbox.CountAsync(row => row.Kind == Outbox.Alerts.Kind && row.DeadAt != null) < 50; tries++)
            await Step(TimeSpan.FromSeconds(5));

        var asked = api.Calls.Count(call => call.Equals("sendMessage", StringComparison.OrdinalIgnoreCase)) - before;
        output.WriteLine($"50 alerts waited; Telegram was asked {asked} time(s).");
        Assert.Equal(1, asked);
        Assert.Equal(50, await db.Outbox.CountAsync(row => row.Kind == Outbox.Alerts.Kind && row.DeadAt != null));
        Assert.NotNull((await db.StaffAccounts.AsNoTracking().SingleAsync()).GoneAt);
    }

    /// <summary>A lead every ten seconds, and some of them go on to somebody else, so that their cards would change.</summary>
    private Task AlertOf(int count) => host.Writer.Write(db =>
    {
        var person = new StaffRow { Name = "Marta", Role = Role.Rep, Language = "es", CreatedAt = TestHost.Start0 };
        db.Staff.Add(person);
        db.SaveChanges();
        var to = new ConversationKey("telegram", $"{marta.Id}");
        db.StaffAccounts.Add(new StaffAccountRow { StaffId = person.Id, Channel = to.Channel, UserId = to.Id, Conversation = to.Id, JoinedAt = TestHost.Start0 });
        var score = StoredJson.Write(new Score(80, Temperature.Hot, [], []));
        var leads = Enumerable.Range(1, count).Select(number => new LeadRow
        {
            Name = $"Lead {number}", Temperature = Temperature.Hot, Score = 80, ScoreJson = score, Language = "es", Channel = "webchat",
            EnteredOn = new DateOnly(2026, 11, 23), CreatedAt = At(number), HotAt = At(number), LastActivityAt = At(number),
        }).ToList();
        db.Leads.AddRange(leads);
        db.SaveChanges();
        var cards = leads.ConvertAll(lead => Row(to, Outbox.Alerts.Kind, new AlertPayload(to, person.Id, AlertReason.Hot, lead.Number), lead));
        db.Outbox.AddRange(cards);
        db.SaveChanges();
        db.Outbox.AddRange(cards.Where(card => card.LeadNumber % 5 == 0).Select(card =>
            Row(to, Outbox.Alerts.EditKind, new AlertEditPayload(card.Id), leads[card.LeadNumber!.Value - 1], TimeSpan.FromMinutes(5))));
    });

    private static OutboxRow Row<T>(ConversationKey to, string kind, T payload, LeadRow lead, TimeSpan after = default) => new()
    {
        Recipient = to.ToString(), Kind = kind, PayloadJson = StoredJson.Write(payload), LeadNumber = lead.Number, DueAt = lead.CreatedAt + after,
    };

    private static DateTimeOffset At(int number) => TestHost.Start0.AddSeconds(10 * number);

    private async Task Passes(TimeSpan time)
    {
        for (var end = host.Clock.GetUtcNow() + time; host.Clock.GetUtcNow() < end;)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(3));
            await Task.Delay(30);
        }
    }

    /// <summary>Time passes no faster than the program can work, as far as that can be seen.</summary>
    private async Task Step(TimeSpan time)
    {
        var before = marta.Chat.FromBot.Count;
        host.Clock.Advance(time);
        for (var tries = 0; tries < 8 && marta.Chat.FromBot.Count == before; tries++)
            await Task.Delay(20);
    }

    private List<int> Arrived() => [.. marta.Chat.FromBot.SelectMany(message => Line().Matches(message.Text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)))];

    [GeneratedRegex(@"^\S+ (\d+) · ", RegexOptions.Multiline)]
    private static partial Regex Line();
}
