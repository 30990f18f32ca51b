namespace ChatLeads.Host.Turns;

/// <summary>Every minute lets abandoned conversations leave memory.</summary>
internal sealed class MemorySweeper(LiveConversations conversations, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            conversations.Sweep();
    }
}
