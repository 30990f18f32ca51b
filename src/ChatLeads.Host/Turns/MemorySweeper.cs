namespace ChatLeads.Host.Turns;

/// <summary>Every minute lets abandoned conversations leave memory.</summary>
internal sealed class MemorySweeper(LiveConversations conversations, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            conversations.Sweep();
        }
    }
}
