using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.WebChat;

/// <summary>Which web pages may talk to us.</summary>
internal sealed class Origins(IOptions<WebChatOptions> options)
{
    private readonly HashSet<string> listed = new(options.Value.AllowedOrigins, StringComparer.OrdinalIgnoreCase);

    /// <summary>A page of another origin may call (CORS).</summary>
    public bool MayCall(string origin) =>
        listed.Count == 0 ? IsLocalhost(origin) : listed.Contains("*") || listed.Contains(origin);

    /// <summary>The request comes from an allowed page. Programs send no Origin, and could send any.</summary>
    public bool MayCall(HttpRequest request) =>
        Of(request) is not { } origin || IsSame(request, origin) || MayCall(origin);

    public static string? Of(HttpRequest request) => request.Headers.Origin is [{ Length: > 0 } origin] ? origin : null;

    public static bool IsSame(HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Scheme, host and perhaps a port; nothing after them.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private static bool IsLocalhost(string origin) =>
        IsOrigin(origin) && new Uri(origin).IsLoopback;
}
