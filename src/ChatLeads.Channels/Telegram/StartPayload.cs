using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Telegram;

/// <summary>
/// What a link <c>t.me/bot?start=PAYLOAD</c> tells of where a prospect came from. Telegram allows 64 of
/// <c>A-Z a-z 0-9 _ -</c>, so the parts of a visit are written as <c>src_google-med_cpc-camp_clinicas</c>.
/// </summary>
internal static class StartPayload
{
    private static readonly string[] Keys = ["src", "med", "camp", "term", "cont"];

    /// <summary>
    /// Null when the payload is empty. A piece without a known key goes on with the value before it (a campaign may hold
    /// hyphens); a payload without any key is the source as a whole.
    /// </summary>
    public static Visit? Read(string payload)
    {
        if (payload.Length == 0)
            return null;
        var parts = new Dictionary<string, string>();
        string? current = null;
        foreach (var piece in payload.Split('-'))
        {
            var key = Array.Find(Keys, key => piece.StartsWith(key + "_", StringComparison.Ordinal));
            if (key is not null)
                parts[current = key] = piece[(key.Length + 1)..];
            else if (current is not null)
                parts[current] += "-" + piece;
            else
                return new Visit(Source: payload);
        }
        return new Visit(
            Source: Part("src"), Medium: Part("med"), Campaign: Part("camp"), Term: Part("term"), Content: Part("cont"));

        string? Part(string key) => parts.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;
    }
}
