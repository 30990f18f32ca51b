using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ChatLeads.Channels.WebChat;

/// <summary>A request's body as JSON, inside Direct Line's limit.</summary>
internal static partial class RequestJson
{
    private const int MaxChars = 256 * 1024;

    /// <summary>The document, or why there is none. An empty body is an empty object where <paramref name="optional"/>.</summary>
    public static async Task<(JsonDocument? Document, DirectLineError? Error)> Read(HttpRequest request, bool optional)
    {
        if (request.ContentType is { Length: > 0 } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            return (null, DirectLineError.NotJson);
        if (await ReadText(request) is not { } text)
            return (null, DirectLineError.TooLong);
        if (optional && string.IsNullOrWhiteSpace(text))
            text = "{}";
        return Parse(text);
    }

    private static (JsonDocument?, DirectLineError?) Parse(string text)
    {
        try
        {
            var document = JsonDocument.Parse(WithoutLoneSurrogates(text));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (document, null);
            document.Dispose();
            return (null, DirectLineError.Malformed("The body must be a JSON object."));
        }
        catch (JsonException error)
        {
            return (null, DirectLineError.Malformed($"The body is not JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})."));
        }
    }

    private static async Task<string?> ReadText(HttpRequest request)
    {
        const long maxBytes = 3L * MaxChars; // a character has at most three
        if (request.ContentLength > maxBytes)
            return null;
        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(request.HttpContext.RequestAborted);
            var text = read.IsCompleted && read.Buffer.Length <= maxBytes ? Encoding.UTF8.GetString(read.Buffer) : null;
            body.AdvanceTo(text is null ? read.Buffer.Start : read.Buffer.End, read.Buffer.End);
            if (text is not null)
                return text.Length <= MaxChars ? text.TrimStart('\ufeff') : null;
            if (read.Buffer.Length > maxBytes)
                return null;
        }
    }

    /// <summary>A text that a client cut in the middle of an emoji is still a text: the half becomes U+FFFD.</summary>
    private static string WithoutLoneSurrogates(string json) =>
        json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(json, escape => escape is { Length: 6 } && escape.ValueSpan[2] is 'd' or 'D' && escape.ValueSpan[3] is not (>= '0' and <= '7') ? "\\ufffd" : escape.Value)
            : json;

    /// <summary>A surrogate pair, another \u escape, or any other escape: so that the u of "\\u" is not taken for one.</summary>
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
