using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Channels.Tests.Teams;

namespace ChatLeads.Host.Tests.Stories;

/// <summary>A personal chat or channel in Teams, as one of its people uses it.</summary>
internal sealed class TeamsWindow(HttpClient http, ConnectorDouble connector, string person, string conversation, string language) : Window
{
    private static int activities;

    private bool IsPersonal => conversation.StartsWith("a:", StringComparison.Ordinal);

    /// <summary>What was sent, changed by later updates and by answers to pressed buttons.</summary>
    public override Task<IReadOnlyList<Shown>> Screen()
    {
        var order = new List<string>();
        var now = new Dictionary<string, Shown>();
        foreach (var arrived in connector.Received.Where(arrived => arrived.Path.Contains($"/{conversation}/", StringComparison.Ordinal) && arrived.Body.GetProperty("type").GetString() == "message"))
        {
            if (!now.ContainsKey(arrived.Id))
                order.Add(arrived.Id);
            now[arrived.Id] = Read(arrived);
        }
        return Task.FromResult<IReadOnlyList<Shown>>([.. order.Select(id => now[id])]);
    }

    public override Task Writes(string text) => Send("message", activity =>
    {
        activity["text"] = IsPersonal ? text : $"<at>Nimbo</at> {text}";
        if (!IsPersonal)
            activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Nimbo</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot" } });
    });

    /// <summary>The client tells it every few seconds.</summary>
    public Task Types() => Send("typing", _ => { });

    /// <summary>How often the chat was shown that somebody types.</summary>
    public int SeesTyping => connector.Received.Count(arrived =>
        arrived.Path.Contains($"/{conversation}/", StringComparison.Ordinal) && arrived.Body.GetProperty("type").GetString() == "typing");

    /// <summary>A card in the answer takes the pressed one's place at once.</summary>
    public override async Task Presses(Shown message, string label)
    {
        var answer = await Send("invoke", activity =>
        {
            (activity["name"], activity["replyToId"]) = ("adaptiveCard/action", message.Id);
            activity["value"] = new JsonObject { ["action"] = JsonNode.Parse(message.DataOf(label)), ["trigger"] = "manual" };
        });
        Assert.Equal(200, (int)answer!["statusCode"]!);
        if ((string)answer["type"]! != "application/vnd.microsoft.card.adaptive")
            return;
        var body = new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(new JsonObject { ["content"] = answer["value"]!.DeepClone() }) };
        connector.Received.Enqueue(new Arrived(message.Id, "ANSWER", $"/{conversation}/", JsonSerializer.SerializeToElement(body), null));
    }

    private static Shown Read(Arrived arrived) => arrived.Text is { } text
        ? new Shown(arrived.Id, text, [])
        : new Shown(
            arrived.Id,
            string.Join('\n', Words(arrived.Card.GetProperty("body"))),
            arrived.Card.TryGetProperty("actions", out var actions)
                ? [.. actions.EnumerateArray().Select(action => (action.GetProperty("title").GetString()!, action.GetRawText()))]
                : []);

    private static IEnumerable<string> Words(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Words),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(part =>
            part.Value.ValueKind == JsonValueKind.String ? part.Name is "text" or "title" or "value" ? [part.Value.GetString()!] : [] : Words(part.Value)),
        _ => [],
    };

    private async Task<JsonObject?> Send(string type, Action<JsonObject> with)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"activity-{Interlocked.Increment(ref activities)}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = $"{connector.Url}_connector",
            ["from"] = new JsonObject { ["id"] = $"29:{person}" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = IsPersonal ? "personal" : "channel" },
            ["locale"] = language,
        };
        with(activity);
        using var response = await http.PostAsJsonAsync("/api/messages", activity);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        var text = await response.Content.ReadAsStringAsync();
        return text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : null;
    }
}
