namespace ChatLeads.Channels.Sending;

/// <summary>How long to wait before asking a server again that did not answer.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500), Longest = TimeSpan.FromSeconds(30);

    /// <summary>Doubles with each failure up to half a minute; chance takes up to a half off, lest all come back at once.</summary>
    /// <param name="failures">In a row, from 1.</param>
    /// <param name="chance">0 up to 1.</param>
    public static TimeSpan Delay(int failures, double chance)
    {
        var full = First * Math.Pow(2, Math.Min(failures, 10) - 1);
        return (full < Longest ? full : Longest) * (1 - chance / 2);
    }
}
