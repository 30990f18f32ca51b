using System.Threading.RateLimiting;
using ChatLeads.Channels.Teams;
using ChatLeads.Channels.Telegram;
using ChatLeads.Channels.WebChat;
using ChatLeads.Host.Demo;
using ChatLeads.Host.Desk;
using Microsoft.Extensions.Options;

namespace ChatLeads.Host;

/// <summary>The program without a verb: website chat, desk and workers.</summary>
public static class WebHost
{
    /// <returns>The exit code: 1 when it cannot start.</returns>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            await using var app = Create(args);
            if (app.Configuration.GetValue<bool>("demo"))
                await DemoFill.Run(app.Services.GetRequiredService<ChatLeadsOptions>(), app.Services.GetRequiredService<CurrentDialogs>().Now, TimeProvider.System.GetUtcNow());
            await app.StartAsync();
            await Welcome.Print(app.Services, app.Urls);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception failure) when (IsOfSettings(failure))
        {
            await Console.Error.WriteLineAsync($"ChatLeads cannot start:{Environment.NewLine}{WithCauses(failure)}");
            return 1;
        }
    }

    /// <summary>What whoever runs the program can mend: settings, files, ports. All else is a bug, and shown as one.</summary>
    private static bool IsOfSettings(Exception failure) =>
        failure is StartupException or OptionsValidationException or IOException or UnauthorizedAccessException
            or InvalidDataException or InvalidOperationException or FormatException or ArgumentException;

    /// <summary>A file of settings that cannot be read tells only further in what is wrong with it.</summary>
    private static string WithCauses(Exception failure) => failure is InvalidDataException { InnerException: { } cause }
        ? $"{failure.Message} {WithCauses(cause.GetBaseException())}"
        : failure.Message;

    /// <summary>Ready to start. Tests put their own services in <paramref name="with"/>.</summary>
    /// <param name="load">How the dialogs are had; tests load them once for all.</param>
    /// <exception cref="StartupException">Settings or dialogs are wrong.</exception>
    public static WebApplication Create(string[] args, Action<IServiceCollection>? with = null, Func<ChatLeadsOptions, Dialogs>? load = null)
    {
        var builder = HostBuilder.Create(args);
        var (options, errors) = Settings.Read(builder.Configuration);
        if (errors.Count > 0)
            throw new StartupException(errors);
        _ = Task.Run(options.Place().WarmUp);
        with?.Invoke(builder.Services);
        var dialogs = (load ?? Dialogs.Load)(options);
        builder.Services.AddChatLeads(options, dialogs);
        builder.Services.AddWebChat(services => services.GetRequiredService<SigningKey>().Bytes);
        builder.Services.AddTelegram(builder.Configuration, dialogs.Telegram);
        builder.Services.AddTeams(builder.Configuration, services => services.GetRequiredService<SigningKey>().Bytes);
        builder.Services.AddHostedService<DialogReload>();
        builder.Services.AddPages();
        builder.Services.AddProblemDetails();
        builder.Services.AddRateLimiter(limits => LimitSignIns(limits, options));
        WebApplication? app = null;
        // Why it does not start is told once, in a sentence.
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host",
            level => level >= LogLevel.Warning && app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        app = builder.Build();
        app.UseForwardedHeaders();
        app.UseExceptionHandler();
        app.UseWhen(IsNoChat, pages => pages.UseStatusCodePages().UsePages());
        app.UseRateLimiter();
        app.MapHealth();
        app.MapDesk();
        app.MapWebChat();
        app.MapTelegram();
        app.MapTeams();
        return app;
    }

    /// <summary>Chats answer in their protocol's own way, and many times a second: nothing looks for a page or a file there.</summary>
    private static bool IsNoChat(HttpContext context) => !context.Request.Path.StartsWithSegments(WebChatSetup.BasePath);

    private static void LimitSignIns(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limits, ChatLeadsOptions options)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(DeskEndpoints.RateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    }
}
