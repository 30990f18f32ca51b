using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Understanding;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host;

/// <summary>Runs a made-up turn that leaves nothing, so that the first visitor does not wait for models and compilers.</summary>
internal sealed class WarmUp(
    CurrentDialogs dialogs, DbWriter writer, IDbContextFactory<ChatLeadsDb> databases, TimeProvider clock, ILogger<WarmUp> log) : BackgroundService
{
    private const int Rounds = 30;

    public bool Done { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            for (var round = 0; round < Rounds && !stoppingToken.IsCancellationRequested; round++)
                Talk(round);
            await Store(stoppingToken);
            Done = true;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError("The warm-up failed: {Error}", failure.GetType().Name);
        }
    }

    private void Talk(int round)
    {
        var (playbook, reader) = dialogs.Now;
        var now = clock.GetUtcNow();
        var reading = reader.Read(new ReadRequest($"hola {round}, somos 12 personas en Zaragoza, ana@example.com", null, DateOnly.FromDateTime(now.UtcDateTime)));
        Conversation.Decide(playbook, ConversationState.New, new Said("0000001", new TextSent("hola"), reading), now);
    }

    /// <summary>Through the writer's own context, and rolled back.</summary>
    private async Task Store(CancellationToken stopping)
    {
        var key = new ConversationKey("warm-up", "warm-up");
        var conversation = new LiveConversation(key, clock.GetUtcNow());
        var turn = new Turn(conversation, new Inbound(key, "warm-up", "warm-up", new TextSent("")), clock.GetUtcNow());
        var draft = new ConversationDraft(turn, turn.Entries([]), StoredJson.Write(ConversationState.New));
        try
        {
            await writer.Write(db =>
            {
                draft.Save(db);
                db.SaveChanges();
                throw new RolledBack();
            });
        }
        catch (RolledBack)
        {
            // As meant.
        }
        await using var reading = await databases.CreateDbContextAsync(stopping);
        await ConversationStore.Load(reading, key.Channel, key.Id, stopping);
    }

    private sealed class RolledBack : Exception;
}
