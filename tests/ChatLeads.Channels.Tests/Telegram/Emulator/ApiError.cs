using System.Text.Json.Nodes;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>A refusal of the Bot API, with the words that the real one uses.</summary>
internal sealed class ApiError(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject Body
    {
        get
        {
            var body = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = Message };
            if (parameters is not null)
                body["parameters"] = parameters.DeepClone();
            return body;
        }
    }

    public static ApiError Bad(string what) => new(400, $"Bad Request: {what}");

    public static ApiError TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public static ApiError Conflict(string what) => new(409, $"Conflict: {what}");
}

/// <summary>What goes wrong with the next request of a method.</summary>
internal abstract record Fault
{
    /// <summary>Nothing: it is the one after it that goes wrong.</summary>
    public sealed record None : Fault;

    public sealed record TooMany(int Seconds) : Fault;

    public sealed record Refused(string Why) : Fault;

    /// <summary>200 with this instead of what it should be.</summary>
    public sealed record Garbled(string Body) : Fault;

    /// <summary>502 with a page of HTML, as a proxy in front would answer.</summary>
    public sealed record BadGateway : Fault;

    /// <summary>The request takes effect, which is told, and its answer never comes.</summary>
    public sealed record Silent(TaskCompletionSource Done) : Fault;

    /// <summary>The connection breaks; with <paramref name="Done"/> after the request took effect.</summary>
    public sealed record Dropped(bool Done = false) : Fault;
}
