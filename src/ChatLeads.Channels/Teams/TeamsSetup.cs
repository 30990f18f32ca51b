using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatLeads.Channels.Teams;

/// <summary>Microsoft Teams by the Bot Connector protocol; nothing is mapped while the channel is off.</summary>
public static class TeamsSetup
{
    /// <summary>Needs <see cref="ITurns"/> beside it.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options).AddSingleton<ServiceHosts>();
        if (!options.IsOn)
            return services;
        services.AddHttpClient(TeamsOptions.Section, http => http.Timeout = TimeSpan.FromSeconds(30));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<InboundTokens>(s, Http(s)));
        services.AddSingleton(_ => new OutboundTokens(options));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<ConnectorClient>(s, Http(s)));
        return services.AddSingleton<TeamsEndpoint>().AddSingleton<IPushChannel, TeamsChannel>();
    }

    public static void MapTeams(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<TeamsOptions>().IsOn)
            return;
        var endpoint = app.ServiceProvider.GetRequiredService<TeamsEndpoint>();
        app.MapPost("/api/messages", (Delegate)endpoint.Post);
        // A client asks whether the endpoint lives before it sends anything.
        app.MapMethods("/api/messages", [HttpMethods.Head], () => Results.Ok());
    }

    private static HttpClient Http(IServiceProvider services) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(TeamsOptions.Section);
}
