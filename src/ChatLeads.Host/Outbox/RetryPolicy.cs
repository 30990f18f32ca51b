namespace ChatLeads.Host.Outbox;

/// <summary>When a failed row is tried again: a pure function, so that its figures can be tested.</summary>
internal static class RetryPolicy
{
    /// <summary>Some thirty hours at the longest delay.</summary>
    public const int MostAttempts = 1000;

    /// <summary>Some ten minutes: time enough for a database that was busy, and for nobody to wait for a row that never works.</summary>
    public const int MostBroken = 10;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Doubles from one second up to two minutes, spread by ±20 % so that rows that failed together do not return together.</summary>
    /// <param name="attempts">How many have failed, from 1.</param>
    /// <param name="told">The other side's Retry-After: never earlier than that.</param>
    /// <returns>Null when it is to be given up.</returns>
    public static TimeSpan? Delay(int attempts, long rowId, TimeSpan? told)
    {
        if (attempts >= MostAttempts)
            return null;
        var doubled = Shortest * Math.Pow(2, Math.Min(attempts - 1, 20));
        var delay = (doubled < Longest ? doubled : Longest) * (0.8 + 0.4 * Spread(rowId, attempts));
        return told > delay ? told : delay;
    }

    /// <summary>0 to 1, the same for the same row and attempt.</summary>
    private static double Spread(long rowId, int attempts)
    {
        var mixed = (ulong)rowId * 0x9E3779B97F4A7C15UL + (ulong)attempts * 0xBF58476D1CE4E5B9UL;
        return (mixed ^ (mixed >> 31)) * 0x94D049BB133111EBUL / (double)ulong.MaxValue;
    }
}
