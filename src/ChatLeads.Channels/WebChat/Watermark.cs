using System.Globalization;

namespace ChatLeads.Channels.WebChat;

/// <summary>How far a client has read: the sequence number of the last entry, in digits; opaque to clients.</summary>
internal static class Watermark
{
    public const string Start = "0";

    public static string Write(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>0, the start, for an absent or empty one; null for one that we never wrote.</summary>
    public static long? Read(string? watermark) =>
        string.IsNullOrEmpty(watermark) ? 0
        : long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence
        : null;
}
