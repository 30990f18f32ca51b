namespace ChatLeads.Host.Simulation;

/// <summary>The time of a simulated day, moved on by hand. Timers run by the real clock.</summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;
}
