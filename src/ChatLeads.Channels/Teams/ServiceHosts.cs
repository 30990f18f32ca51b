namespace ChatLeads.Channels.Teams;

/// <summary>Which hosts the bot may answer to: a forged service URL would else receive our token.</summary>
internal sealed class ServiceHosts(TeamsOptions options)
{
    private readonly (string Host, bool Plain)[] allowed = options.ServiceUrls.Count > 0
        ? [.. options.ServiceUrls.Select(Listed)]
        : [.. TeamsOptions.MicrosoftHosts.Select(Listed)];

    /// <summary>
    /// True for https to a listed host or one below it; for plain http only where the list says so. This machine's own
    /// addresses are allowed when there is no app id to lose.
    /// </summary>
    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
        && ((uri.IsLoopback && !options.HasAppId)
            || Array.Exists(allowed, listed => (uri.Scheme == "https" || listed.Plain) && IsOrBelow(uri.Host, listed.Host)));

    private static bool IsOrBelow(string host, string listed) =>
        host.Equals(listed, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + listed, StringComparison.OrdinalIgnoreCase);

    private static (string Host, bool Plain) Listed(string entry) =>
        entry.Contains("://", StringComparison.Ordinal) ? (new Uri(entry).Host, entry.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) : (entry, false);
}
