using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests.Takeover;

/// <summary>Prospects whom the scripted dialog makes leads, staff at the web desk or on a pigeon, and the true engine once a person takes over.</summary>
internal sealed class TakeoverWorld : IAsyncDisposable
{
    public static readonly ConversationKey Ana = new("webchat", "ana");

    private TakeoverWorld(TestHost host, Pigeon pigeon) => (Host, Pigeon) = (host, pigeon);

    public TestHost Host { get; private set; }
    public Pigeon Pigeon { get; }

    public static async Task<TakeoverWorld> Start()
    {
        var pigeon = new Pigeon();
        return new TakeoverWorld(await Run(pigeon), pigeon);
    }

    public async Task Restart()
    {
        var (data, now) = (Host.Data, Host.Clock.GetUtcNow());
        await Host.Stop();
        Host = await Run(Pigeon, data, now);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public async Task<Staff> Join(string name, Role role = Role.Rep, string language = "en")
    {
        await using var db = Host.Database();
        var row = new StaffRow { Name = name, Role = role, Language = language, CreatedAt = Host.Clock.GetUtcNow() };
        db.Staff.Add(row);
        await db.SaveChangesAsync();
        return row.ToStaff();
    }

    /// <summary>Links a person to <c>pigeon/NAME</c>, from where they then write.</summary>
    public async Task<Staff> JoinByPigeon(string name)
    {
        await FromPigeon(name, $"/join {await Tests.Team.Invite(Host, name)}");
        await using var db = Host.Database();
        return db.Staff.Single(row => row.Name == name).ToStaff();
    }

    public Task<TurnReceipt> FromPigeon(string id, string text, string chat = "", bool group = false) => Host.Turns.Take(
        new Inbound(Pigeon.Of(chat.Length > 0 ? chat : id), Guid.NewGuid().ToString("N"), id, new TextSent(text), Locale: "en", IsGroup: group), CancellationToken.None);

    /// <summary>What somebody writes at the web desk; the answer of the desk, if any.</summary>
    public async Task<string> AtDesk(Staff person, string text) =>
        string.Join('\n', (await Host.Turns.Take(new Inbound(DeskOf(person), Guid.NewGuid().ToString("N"), $"staff-{person.Id}", new TextSent(text), person), CancellationToken.None))
            .Replies.Select(entry => entry.Reply.SignedText));

    public static ConversationKey DeskOf(Staff person) => WebChatIdentity.ForStaff(person.Id).Conversation;

    /// <summary>Waits until it stands in a conversation's transcript.</summary>
    public async Task<TranscriptEntry> Hears(ConversationKey conversation, Func<TranscriptEntry, bool> what)
    {
        Host.Transcripts.Begin(conversation);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var all = await Host.Transcript(conversation);
            if (all.FirstOrDefault(what) is { } found)
                return found;
            await Host.Transcripts.WaitBeyond(conversation, all is [.., var last] ? last.Sequence : 0, patience.Token);
        }
    }

    public Task<TranscriptEntry> Hears(ConversationKey conversation, string text) => Hears(conversation, entry => entry.Reply.SignedText == text);

    public static async Task Until(Func<bool> happened)
    {
        for (var tries = 0; tries < 1200 && !happened(); tries++)
            await Task.Delay(50);
        Assert.True(happened());
    }

    private static Task<TestHost> Run(Pigeon pigeon, string? data = null, DateTimeOffset? at = null) => TestHost.Start(data, at, services =>
    {
        services.AddSingleton<IPushChannel>(pigeon);
        services.AddDecider(ScriptedDecider.Decide);
    });
}
