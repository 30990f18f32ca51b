namespace ChatLeads.Channels.Teams;

/// <summary>Which hosts the bot may answer to: a forged service URL would else receive our token.</summary>
public sealed class ServiceHosts(TeamsOptions options)
{
    private readonly IReadOnlyList<string> allowed = options.ServiceUrls.Count > 0
        ? [.. options.ServiceUrls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : url)]
        : TeamsOptions.MicrosoftHosts;

    /// <summary>True for https to a listed host or one below it; loopback is allowed when there is no app id to lose.</summary>
    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return false;
        if (uri.IsLoopback && (!options.HasAppId || allowed.Contains(uri.Host)))
            return true;
        return uri.Scheme == "https" && allowed.Any(host =>
            uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            || uri.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
    }
}
