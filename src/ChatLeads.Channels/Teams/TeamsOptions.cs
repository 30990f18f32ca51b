namespace ChatLeads.Channels.Teams;

/// <summary>
/// Settings under <c>ChatLeads:Teams</c>. An app id turns the channel on for Microsoft's cloud;
/// <see cref="Enabled"/> without one serves local clients on this machine only.
/// </summary>
public sealed class TeamsOptions
{
    public const string Section = "ChatLeads:Teams";

    /// <summary>The bot's application (client) id in Microsoft Entra.</summary>
    public string? AppId { get; set; }

    /// <summary>The directory (tenant) id that the bot is registered in, as a single-tenant app.</summary>
    public string? TenantId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>A PFX file with the bot's certificate, instead of a secret.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>Hosts that replies may go to: what an activity calls its service must be one of them or below one.</summary>
    public IList<string> ServiceUrls { get; } = [];

    /// <summary>On without an app id: loopback callers only, no tokens.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where the Bot Connector publishes the keys that it signs with.</summary>
    public Uri OpenIdMetadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    public bool HasAppId => !string.IsNullOrWhiteSpace(AppId);

    public bool IsOn => HasAppId || Enabled;

    /// <summary>The hosts of Microsoft's public cloud, used where the setting names none.</summary>
    public static readonly IReadOnlyList<string> MicrosoftHosts = ["smba.trafficmanager.net", "botframework.com"];

    /// <summary>What is wrong with the settings, each naming the setting.</summary>
    public IEnumerable<string> Errors()
    {
        if (!HasAppId)
        {
            if (!string.IsNullOrWhiteSpace(ClientSecret) || !string.IsNullOrWhiteSpace(CertificatePath))
                yield return $"{Section}:AppId is missing: a secret or certificate alone cannot sign in.";
            yield break;
        }
        if (!Guid.TryParse(AppId, out _))
            yield return $"{Section}:AppId must be the application id, a GUID.";
        if (!Guid.TryParse(TenantId, out _))
            yield return $"{Section}:TenantId must be the directory id, a GUID.";
        if (string.IsNullOrWhiteSpace(ClientSecret) == string.IsNullOrWhiteSpace(CertificatePath))
            yield return $"Set either {Section}:ClientSecret or {Section}:CertificatePath.";
        if (!string.IsNullOrWhiteSpace(CertificatePath) && !File.Exists(CertificatePath))
            yield return $"{Section}:CertificatePath names no file.";
    }
}
