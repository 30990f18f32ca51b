using Microsoft.AspNetCore.HttpOverrides;

namespace ChatLeads.Host;

/// <summary>Where settings come from, where the program listens, and what it logs.</summary>
internal static class HostBuilder
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder Create(string[] args)
    {
        // --demo takes no value, which the command line of settings does not know.
        var settings = args.Select(arg => arg == "--demo" ? "--demo=true" : arg).ToArray();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        AddLocalSettings(builder.Configuration, settings);
        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // The framework's request log writes whole addresses, with codes and tokens in them.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder;
    }

    /// <summary>appsettings.json of the folder that it was started in, over the one beside the program; environment and command line over both.</summary>
    private static void AddLocalSettings(ConfigurationManager configuration, string[] args)
    {
        var local = Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json");
        if (!File.Exists(local))
            return;
        configuration.AddJsonFile(local, optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    private static bool HasAddress(ConfigurationManager configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
