using System.Text.Json.Nodes;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>The log of one conversation of the <see cref="DoubleServer"/>: activities in order, numbered from 1.</summary>
internal sealed class DoubleConversation
{
    private readonly Lock gate = new();
    private readonly List<JsonObject> activities = [];
    private readonly Dictionary<string, string> taken = [];
    private TaskCompletionSource changed = New();

    /// <summary>What visitors sent, each once, in order of arrival.</summary>
    public IReadOnlyList<JsonObject> Messages
    {
        get { lock (gate) return [.. activities.Where(a => (string?)a["from"]!["role"] == "user")]; }
    }

    /// <summary>Takes a visitor's activity; null when its client id was taken before.</summary>
    public string? Take(JsonObject activity, out string id)
    {
        var clientId = (string?)activity["channelData"]?["clientActivityID"] ?? Guid.NewGuid().ToString();
        lock (gate)
        {
            if (taken.TryGetValue(clientId, out id!)) return null;
            activity["from"] = new JsonObject { ["id"] = "visitor", ["role"] = "user" };
            return taken[clientId] = id = Append(activity);
        }
    }

    public void Say(JsonObject activity)
    {
        activity["type"] ??= "message";
        activity["from"] ??= new JsonObject { ["id"] = "bot", ["role"] = "bot", ["name"] = "ChatLeads" };
        activity["locale"] ??= "es";
        lock (gate) Append(activity);
    }

    public (JsonObject Set, int Watermark) Since(int watermark)
    {
        lock (gate)
        {
            var set = new JsonArray([.. activities.Skip(watermark).Select(a => a.DeepClone())]);
            return (new JsonObject { ["activities"] = set, ["watermark"] = $"{activities.Count}" }, activities.Count);
        }
    }

    public Task Beyond(int watermark)
    {
        lock (gate) return activities.Count > watermark ? Task.CompletedTask : changed.Task;
    }

    private string Append(JsonObject activity)
    {
        var id = $"{activities.Count + 1:D7}";
        activity["id"] = id;
        activity["timestamp"] = "2026-11-22T10:41:00Z";
        activities.Add(activity);
        changed.SetResult();
        changed = New();
        return id;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
