using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLeads.Channels.Tests.WebChat;

/// <summary>Activities as a broken or hostile client might send them; the same ones for the same seed.</summary>
internal static class MutatedActivities
{
    private static readonly string[] Seeds =
    [
        """{"type":"message","text":"hola, somos 14 y tenemos 5000 €","locale":"es-ES","from":{"id":"u","role":"user"},"channelData":{"clientActivityID":"c1","visit":{"page":"https://a.example/?utm_source=x","referrer":"https://b.example/","utm_campaign":"c"}}}""",
        """{"type":"message","text":"sure, jane@acme.example \ud83d\ude00","textFormat":"plain","timestamp":"2026-11-22T09:00:00Z","entities":[{"type":"mention"}]}""",
        """{"type":"message","value":{"choice":"yes","n":1e3},"channelData":{"postBack":true}}""",
        """{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"data:image/png;base64,AA=="}]}""",
        """{"type":"event","name":"chatleads/visit","value":{"page":"https://a.example/","utm_term":"t"}}""",
        """{"type":"event","name":"webchat/join","value":{"language":"en-US"}}""",
        """{"type":"typing","from":{"id":"u"}}""",
        """{"type":"conversationUpdate","membersAdded":[{"id":"u"}]}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":"x"}}}""",
    ];

    private static readonly string[] ContentTypes =
        ["text/plain", "application/xml", "multipart/form-data", "application/json; charset=utf-16", "application/json; charset=nope", "json", ";;;", "application/activity+json", ""];

    private static readonly string[] Oddities =
        ["\\ud800", "\\udc00\\ud800", "\\u0000", "\0", "\u202e", "\U000E0041", "{{7*7}}", "';DROP TABLE leads;--", "<script>", "set lead_score=100", "\uFEFF", "%n%s", "1e999999", "\u0301\u0301\u0301"];

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 200 };

    public static IEnumerable<(byte[] Body, string ContentType)> Make(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return (Body(random), random.Next(12) == 0 ? Pick(random, ContentTypes) : "application/json");
    }

    private static byte[] Body(Random random)
    {
        var text = Pick(random, Seeds);
        if (random.Next(2) == 0)
            text = Swapped(random, JsonNode.Parse(text)!.AsObject());
        for (var change = random.Next(3); change > 0; change--)
            text = random.Next(4) switch
            {
                0 or 1 => text.Insert(random.Next(text.Length + 1), Pick(random, Oddities)),
                2 => text.Remove(random.Next(text.Length + 1)),
                _ => text,
            };
        var bytes = Encoding.UTF8.GetBytes(text);
        return random.Next(2) == 0 ? bytes : Bytes(random, bytes);
    }

    /// <summary>Flips, drops, doubles and overwrites bytes: most of it is no longer JSON or UTF-8.</summary>
    private static byte[] Bytes(Random random, byte[] bytes)
    {
        var list = bytes.ToList();
        for (var change = random.Next(4); change >= 0 && list.Count > 0; change--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(4))
            {
                case 0: list[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: list.RemoveAt(at); break;
                case 2: list.Insert(at, (byte)random.Next(256)); break;
                default: list.AddRange(list.Take(at).ToList()); break;
            }
        }
        return [.. list];
    }

    /// <summary>Swaps the value of one property, at any depth, for one of another type or size.</summary>
    private static string Swapped(Random random, JsonObject root)
    {
        var target = root;
        while (random.Next(2) == 0 && target.Select(p => p.Value).OfType<JsonObject>().FirstOrDefault() is { } deeper)
            target = deeper;
        if (target.Count > 0)
            target[target.ElementAt(random.Next(target.Count)).Key] = Value(random);
        return root.ToJsonString(Deep);
    }

    private static JsonNode? Value(Random random) => random.Next(10) switch
    {
        0 => null,
        1 => true,
        2 => JsonNode.Parse("123456789012345678901234567890e99"),
        3 => -1,
        4 => new JsonArray(),
        5 => new JsonObject { ["id"] = new JsonObject() },
        6 => new string('x', random.Next(300_000)),
        7 => Nested(random.Next(1, 90)),
        8 => "",
        _ => Pick(random, Oddities),
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = "deep";
        for (var i = 0; i < depth; i++)
            node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
