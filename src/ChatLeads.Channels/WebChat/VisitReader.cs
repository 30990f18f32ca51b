using System.Text.Json;
using ChatLeads.Core.Leads;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatLeads.Channels.WebChat;

/// <summary>Where a visitor came from, as their page tells: <c>{page, referrer, utm_source, …}</c>, all optional.</summary>
internal static class VisitReader
{
    private const int MostUrl = 2048;
    private const int MostTag = 200;

    /// <summary>Null when nothing in it can be used. Tags that are missing are taken from the page's own query.</summary>
    public static Visit? Read(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } visit)
            return null;
        var (page, referrer) = (visit.ShortText("page", MostUrl), visit.ShortText("referrer", MostUrl));
        var query = QueryHelpers.ParseQuery(Url(page)?.Query);
        string? Tag(string name) =>
            visit.ShortText(name, MostTag) ?? (query.TryGetValue(name, out var value) && value is [{ Length: > 0 and <= MostTag } tag] ? tag : null);
        var read = new Visit(
            page, referrer, Tag("utm_source") ?? SiteOf(referrer, page), Tag("utm_medium"), Tag("utm_campaign"), Tag("utm_term"), Tag("utm_content"));
        return read == new Visit() ? null : read;
    }

    /// <summary>A visit that no campaign brought comes from the site that linked here.</summary>
    private static string? SiteOf(string? referrer, string? page) =>
        Url(referrer)?.Host is { Length: > 0 } host && host != Url(page)?.Host
            ? host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host
            : null;

    private static Uri? Url(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
}
