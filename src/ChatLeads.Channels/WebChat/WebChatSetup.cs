using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.WebChat;

/// <summary>Direct Line 3.0 under <c>/v3/directline</c>.</summary>
public static class WebChatSetup
{
    public const string BasePath = "/v3/directline";
    private const string CorsPolicyName = "webchat";

    /// <summary>Needs <see cref="ITurns"/> and <see cref="ITranscripts"/> beside it, and <see cref="IStaffDirectory"/> for the desk.</summary>
    /// <param name="signingKey">At least 32 random bytes that outlive a restart, or conversations do not.</param>
    public static IServiceCollection AddWebChat(this IServiceCollection services, Func<IServiceProvider, byte[]> signingKey)
    {
        services.AddOptions<WebChatOptions>().BindConfiguration(WebChatOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebChatOptions>, WebChatOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new WebChatTokens(signingKey(s), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<StreamTickets>().AddSingleton<RateLimits>().AddSingleton<LiveStreams>();
        services.AddSingleton<Origins>().AddSingleton<Callers>().AddSingleton<ActivityRenderer>();
        services.AddSingleton<ConversationEndpoints>().AddSingleton<ActivityEndpoints>().AddSingleton<StreamEndpoint>();
        services.AddCors().AddOptions<CorsOptions>().Configure<Origins>(AddCorsPolicy);
        services.PostConfigure<LoggerFilterOptions>(KeepStreamUrlsOutOfTheLog);
        return services;
    }

    public static void MapWebChat(this WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        app.UseCors();
        var api = app.MapGroup(BasePath).RequireCors(CorsPolicyName).AddEndpointFilter(Failures.Report).DisableAntiforgery();
        api.MapPost("tokens/generate", TokenEndpoints.Generate);
        api.MapPost("tokens/refresh", TokenEndpoints.Refresh).AddEndpointFilter(Callers.Require);
        var (conversations, activities) = (app.Services.GetRequiredService<ConversationEndpoints>(), app.Services.GetRequiredService<ActivityEndpoints>());
        api.MapPost("conversations", (Delegate)conversations.Start);
        api.MapGet("conversations/{conversationId}/stream", app.Services.GetRequiredService<StreamEndpoint>().Open);
        var conversation = api.MapGroup("conversations/{conversationId}").AddEndpointFilter(Callers.Require);
        conversation.MapGet("", conversations.Resume);
        conversation.MapGet("activities", activities.Get);
        conversation.MapPost("activities", (Delegate)activities.Post);
        conversation.MapPost("upload", (Delegate)activities.Upload);
        api.Map("{**rest}", () => DirectLineError.NoSuchOperation);
    }

    private static void AddCorsPolicy(CorsOptions cors, Origins origins) =>
        cors.AddPolicy(CorsPolicyName, policy => policy
            .SetIsOriginAllowed(origins.MayCall)
            .WithMethods("GET", "POST")
            .AllowAnyHeader() // Authorization, Content-Type, x-ms-bot-agent, X-Requested-With, and what clients add later
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1)));

    /// <summary>The framework's own request log writes whole URLs, and a stream URL holds a ticket. While it is on, each request is traced for it, too.</summary>
    private static void KeepStreamUrlsOutOfTheLog(LoggerFilterOptions filters) =>
        filters.Rules.Add(new LoggerFilterRule(null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, null));
}
