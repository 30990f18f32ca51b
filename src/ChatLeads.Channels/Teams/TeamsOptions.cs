using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.Teams;

/// <summary>
/// Settings under <c>ChatLeads:Teams</c>. An app id turns the channel on for Microsoft's cloud;
/// <see cref="Enabled"/> without one serves local clients on this machine only.
/// </summary>
public sealed class TeamsOptions
{
    public const string Section = "ChatLeads:Teams";

    /// <summary>The hosts of Microsoft's public cloud, used where <see cref="ServiceUrls"/> names none.</summary>
    public static readonly IReadOnlyList<string> MicrosoftHosts = ["smba.trafficmanager.net", "botframework.com"];

    /// <summary>The bot's application (client) id in Microsoft Entra.</summary>
    public string? AppId { get; set; }

    /// <summary>The directory (tenant) id that the bot is registered in, as a single-tenant app.</summary>
    public string? TenantId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>A PFX or PEM file with the bot's certificate and its private key, instead of a secret.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>Hosts or addresses that replies may go to: what an activity calls its service must be one of them or below one.</summary>
    public IList<string> ServiceUrls { get; } = [];

    /// <summary>On without an app id: loopback callers only, no tokens.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where the Bot Connector publishes the keys that it signs with; another cloud has another address.</summary>
    public Uri OpenIdMetadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    public bool HasAppId => !string.IsNullOrWhiteSpace(AppId);

    public bool IsOn => HasAppId || Enabled;
}

/// <summary>Says what is wrong with the settings, by their names.</summary>
internal sealed class TeamsOptionsCheck : IValidateOptions<TeamsOptions>
{
    private const string Section = TeamsOptions.Section;

    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(TeamsOptions options)
    {
        foreach (var entry in options.ServiceUrls.Where(entry => !IsHost(entry)))
            yield return $"{Section}:ServiceUrls: '{entry}' is no host and no address, such as smba.trafficmanager.net.";
        if (!options.OpenIdMetadata.IsAbsoluteUri || (options.OpenIdMetadata.Scheme != Uri.UriSchemeHttps && !options.OpenIdMetadata.IsLoopback))
            yield return $"{Section}:OpenIdMetadata must be an https address.";
        if (!options.HasAppId)
        {
            foreach (var setting in WithoutAppId(options))
                yield return $"{Section}:{setting} is set, but {Section}:AppId is not. Set the application id of the registration.";
            yield break;
        }
        if (!Guid.TryParse(options.AppId, out _))
            yield return $"{Section}:AppId must be the application (client) id, such as 6e0ff0f1-1234-4abc-8def-0123456789ab.";
        if (!Guid.TryParse(options.TenantId, out _))
            yield return $"{Section}:TenantId must be the directory (tenant) id, such as 6e0ff0f1-1234-4abc-8def-0123456789ab.";
        if (string.IsNullOrWhiteSpace(options.ClientSecret) == string.IsNullOrWhiteSpace(options.CertificatePath))
            yield return $"Set either {Section}:ClientSecret or {Section}:CertificatePath.";
        else if (!string.IsNullOrWhiteSpace(options.CertificatePath) && Certificates.Problem(options.CertificatePath) is { } problem)
            yield return $"{Section}:CertificatePath {problem}";
    }

    private static IEnumerable<string> WithoutAppId(TeamsOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.TenantId))
            yield return nameof(options.TenantId);
        if (!string.IsNullOrWhiteSpace(options.ClientSecret))
            yield return nameof(options.ClientSecret);
        if (!string.IsNullOrWhiteSpace(options.CertificatePath))
            yield return nameof(options.CertificatePath);
    }

    private static bool IsHost(string entry) => entry.Contains("://", StringComparison.Ordinal)
        ? Uri.TryCreate(entry, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
        : Uri.CheckHostName(entry) != UriHostNameType.Unknown;
}
