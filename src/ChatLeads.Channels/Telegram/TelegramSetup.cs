using ChatLeads.Channels.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace ChatLeads.Channels.Telegram;

/// <summary>Adds the Telegram channel to a host.</summary>
public static class TelegramSetup
{
    private const int LargestUpdate = 1 << 20;

    /// <summary>Needs <see cref="ITurns"/> in the same container. Does nothing without a token; wrong settings fail the start.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration, TelegramWords words)
    {
        var section = configuration.GetSection(TelegramOptions.Section);
        services.AddOptions<TelegramOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsCheck>();
        return (section.Get<TelegramOptions>() ?? new()).Enabled ? services.AddChannel(words) : services;
    }

    private static IServiceCollection AddChannel(this IServiceCollection services, TelegramWords words)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(words);
        services.AddSingleton<ITelegramBotClient>(provider => Client(provider.GetRequiredService<IOptions<TelegramOptions>>().Value));
        services.AddSingleton(provider => new CallbackData(provider.GetRequiredService<IOptions<TelegramOptions>>().Value.Token!));
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<ChatMemory>();
        services.AddSingleton<SendPace>();
        services.AddSingleton<Requests>();
        services.AddSingleton<Rendering>();
        services.AddSingleton<UpdateReader>();
        services.AddSingleton<PressReader>();
        services.AddSingleton<UpdateHandler>();
        services.AddSingleton<TelegramWebhook>();
        services.AddSingleton<TelegramChannel>();
        services.AddSingleton<IPushChannel>(provider => provider.GetRequiredService<TelegramChannel>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DirectReplies>(provider, provider.GetRequiredService<TelegramChannel>()));
        services.AddHostedService<TelegramService>();
        return services;
    }

    /// <summary>Listens for Telegram's posts where <c>ChatLeads:Telegram:WebhookUrl</c> says; nothing is mapped when polling.</summary>
    public static IEndpointRouteBuilder MapTelegram(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (options.UsesWebhook)
        {
            var webhook = endpoints.ServiceProvider.GetRequiredService<TelegramWebhook>();
            endpoints.MapPost(options.Webhook.AbsolutePath, (Delegate)webhook.Post)
                .WithMetadata(new SizeLimit(LargestUpdate)).ExcludeFromDescription();
        }
        return endpoints;
    }

    /// <summary>
    /// An HTTP client of its own: those of a factory log the addresses they call, and Telegram's hold the token. The library's
    /// own retries are off, since it is the outbox that decides when to try again.
    /// </summary>
    private static TelegramBotClient Client(TelegramOptions options)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) };
        var http = new HttpClient(new WholeBodies { InnerHandler = handler }) { Timeout = TimeSpan.FromSeconds(40) };
        return new TelegramBotClient(
            new TelegramBotClientOptions(options.Token!, options.ApiUrl.TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 }, http);
    }

    /// <summary>Requests are small: sent whole, with their length, which also servers understand that know no chunks.</summary>
    private sealed class WholeBodies : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
                await content.LoadIntoBufferAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
