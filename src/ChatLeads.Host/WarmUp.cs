using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host;

/// <summary>Runs a made-up turn that leaves nothing, so that the first visitor does not wait for models and compilers.</summary>
internal sealed class WarmUp(
    Decider decide, DbWriter writer, IDbContextFactory<ChatLeadsDb> databases, TimeProvider clock,
    IHostApplicationLifetime lifetime, ILogger<WarmUp> log) : BackgroundService
{
    private const int Rounds = 30;
    private static readonly ConversationKey Key = new("warm-up", "warm-up");

    public bool Done { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken); // What listens comes first.
        GiveBackMemory();
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

    private async Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Reading the dialogs leaves more garbage than a day of chats: a quiet program would keep it for hours.</summary>
    private static void GiveBackMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private void Talk(int round)
    {
        var said = new TextSent($"hola {round}, somos 12 personas en Zaragoza, ana@example.com");
        decide(ConversationState.New, new Inbound(Key, $"{round}", Key.Id, said), "0000001", clock.GetUtcNow());
    }

    /// <summary>Through the writer's own context, and rolled back.</summary>
    private async Task Store(CancellationToken stopping)
    {
        var conversation = new LiveConversation(Key, clock.GetUtcNow());
        var turn = new Turn(conversation, new Inbound(Key, "1", Key.Id, new TextSent("")), clock.GetUtcNow());
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
        await ConversationStore.Load(reading, Key.Channel, Key.Id, stopping);
    }

    private sealed class RolledBack : Exception;
}
