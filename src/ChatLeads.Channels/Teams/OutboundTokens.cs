using Microsoft.Identity.Client;

namespace ChatLeads.Channels.Teams;

/// <summary>The token that we show to the Bot Connector: single tenant, by secret or certificate, cached by MSAL.</summary>
internal sealed class OutboundTokens
{
    private static readonly string[] Scopes = ["https://api.botframework.com/.default"];
    private readonly IConfidentialClientApplication? app;

    /// <param name="http">Where MSAL's calls go; tests hand in a double of the login service.</param>
    public OutboundTokens(TeamsOptions options, IMsalHttpClientFactory? http = null)
    {
        if (!options.HasAppId)
            return;
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority($"https://login.microsoftonline.com/{options.TenantId}")
            .WithInstanceDiscovery(false);
        if (http is not null)
            builder = builder.WithHttpClientFactory(http);
        app = (string.IsNullOrWhiteSpace(options.CertificatePath)
            ? builder.WithClientSecret(options.ClientSecret)
            : builder.WithCertificate(Certificates.Load(options.CertificatePath))).Build();
    }

    /// <summary>Null when there is no app id: local clients want no token.</summary>
    /// <exception cref="HttpRequestException">The login service refuses or cannot be reached.</exception>
    public async Task<string?> Get(CancellationToken cancellation)
    {
        if (app is null)
            return null;
        try
        {
            return (await app.AcquireTokenForClient(Scopes).ExecuteAsync(cancellation)).AccessToken;
        }
        catch (MsalException e)
        {
            throw new HttpRequestException("the login service refused: " + e.ErrorCode);
        }
    }
}
