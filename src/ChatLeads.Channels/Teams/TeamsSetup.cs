using ChatLeads.Channels.Sending;
using ChatLeads.Channels.WebChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace ChatLeads.Channels.Teams;

/// <summary>Microsoft Teams by the Bot Connector protocol; nothing is mapped while the channel is off.</summary>
public static class TeamsSetup
{
    private const string Path = "/api/messages";

    /// <summary>Needs <see cref="ITurns"/> in the same container. Wrong settings fail the start.</summary>
    /// <param name="signingKey">Random bytes that outlive a restart: buttons are signed with them.</param>
    public static IServiceCollection AddTeams(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, byte[]> signingKey)
    {
        var section = configuration.GetSection(TeamsOptions.Section);
        services.AddOptions<TeamsOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        if (!(section.Get<TeamsOptions>() ?? new TeamsOptions()).IsOn)
            return services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TeamsOptions>>().Value);
        // Its own log would write the ids of conversations.
        services.AddHttpClient(TeamsOptions.Section, http => http.Timeout = TimeSpan.FromSeconds(30)).RemoveAllLoggers();
        services.AddSingleton<ServiceHosts>().AddSingleton<TeamsPace>().AddSingleton<TeamsCards>();
        services.AddSingleton(provider => new TeamsButtons(signingKey(provider)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InboundTokens>(provider, Http(provider)));
        services.AddSingleton(provider => new OutboundTokens(provider.GetRequiredService<TeamsOptions>(), provider.GetService<IMsalHttpClientFactory>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorClient>(provider, Http(provider)));
        services.AddSingleton<TeamsChannel>();
        services.AddSingleton<IPushChannel>(provider => provider.GetRequiredService<TeamsChannel>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TeamsTurns>(
            provider, ActivatorUtilities.CreateInstance<DirectReplies>(provider, provider.GetRequiredService<TeamsChannel>())));
        return services.AddSingleton<TeamsEndpoint>();
    }

    public static void MapTeams(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<IOptions<TeamsOptions>>().Value.IsOn)
            return;
        app.MapPost(Path, (Delegate)app.ServiceProvider.GetRequiredService<TeamsEndpoint>().Post).AddEndpointFilter(Failures.Report);
        // A client asks whether the endpoint lives before it sends anything.
        app.MapMethods(Path, [HttpMethods.Head], () => Results.Ok());
    }

    private static HttpClient Http(IServiceProvider services) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(TeamsOptions.Section);
}
