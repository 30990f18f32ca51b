using System.Collections.Concurrent;

namespace ChatLeads.Host.Team;

/// <summary>Slows down whoever guesses codes: a few wrong ones each, and not many over all.</summary>
internal sealed class JoinAttempts(TimeProvider clock)
{
    public const int MostEach = 5;
    private const int Most = 200;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly ConcurrentQueue<(string Who, DateTimeOffset At)> wrong = [];

    public bool MayTry(string who)
    {
        while (wrong.TryPeek(out var oldest) && oldest.At <= clock.GetUtcNow() - Window)
            wrong.TryDequeue(out _);
        return wrong.Count < Most && wrong.Count(attempt => attempt.Who == who) < MostEach;
    }

    public void WasWrong(string who) => wrong.Enqueue((who, clock.GetUtcNow()));
}
