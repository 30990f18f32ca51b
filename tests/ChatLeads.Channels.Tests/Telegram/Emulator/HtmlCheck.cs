using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>Reads Telegram's HTML as strictly as the real server: known tags, well nested, four named entities.</summary>
internal static partial class HtmlCheck
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline",
        ["s"] = "strikethrough", ["a"] = "text_link", ["code"] = "code", ["pre"] = "pre", ["blockquote"] = "blockquote",
    };

    /// <exception cref="ApiError">It isn't Telegram's HTML.</exception>
    public static (string Text, JsonArray Entities) Parse(string html)
    {
        var text = new StringBuilder();
        var entities = new JsonArray();
        var open = new Stack<(string Tag, int Start)>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                var match = Tag().Match(html, at);
                if (!match.Success || match.Index != at)
                    throw ApiError.Bad($"can't parse entities: Unsupported start tag at byte offset {at}");
                var name = match.Groups[2].Value.ToLowerInvariant();
                if (!Types.TryGetValue(name, out var type))
                    throw ApiError.Bad($"can't parse entities: Unsupported start tag \"{name}\" at byte offset {at}");
                if (match.Groups[1].Length == 0)
                    open.Push((name, text.Length));
                else if (open.Count == 0 || open.Pop() is var top && top.Tag != name)
                    throw ApiError.Bad($"can't parse entities: Unexpected end tag at byte offset {at}");
                else if (text.Length > top.Start)
                    entities.Add(new JsonObject { ["type"] = type, ["offset"] = top.Start, ["length"] = text.Length - top.Start });
                at += match.Length;
            }
            else if (html[at] == '&' && Entity().Match(html, at) is { Success: true } entity && entity.Index == at)
            {
                text.Append(entity.Value switch { "&lt;" => '<', "&gt;" => '>', "&quot;" => '"', _ => '&' });
                at += entity.Length;
            }
            else
            {
                text.Append(html[at++]);
            }
        }
        return open.Count > 0
            ? throw ApiError.Bad($"can't parse entities: Can't find end tag corresponding to start tag \"{open.Peek().Tag}\"")
            : (text.ToString(), entities);
    }

    [GeneratedRegex("""<(/?)([A-Za-z]+)(?:\s+href="[^"]*")?>""")]
    private static partial Regex Tag();

    [GeneratedRegex("&(?:lt|gt|amp|quot);")]
    private static partial Regex Entity();
}
