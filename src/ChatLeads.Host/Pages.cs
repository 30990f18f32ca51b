using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;

namespace ChatLeads.Host;

/// <summary>The widget, the demo site and the desk's page: the files of <c>wwwroot/</c>, beside the program.</summary>
public static class Pages
{
    /// <summary>What the pages of this host may load: themselves, and data: pictures that the bot draws.</summary>
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>Text files go compressed. Nothing else does: an answer that holds a token must not.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services
            .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.SmallestSize)
            .AddResponseCompression(options =>
            {
                options.EnableForHttps = true;
                options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
            });

    public static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        return app
            .UseResponseCompression()
            .UseDefaultFiles(new DefaultFilesOptions { FileProvider = files })
            .UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = context => Describe(context.Context.Response) });
    }

    /// <summary>What a browser may do with a page of ours.</summary>
    public static void DescribePage(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Policy;
    }

    /// <summary>Other sites' pages load the widget's modules, which browsers allow by CORS alone. Files are revalidated, so that an update arrives whole.</summary>
    private static void Describe(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            DescribePage(response);
            return;
        }
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
