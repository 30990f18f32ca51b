using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Benchmarks.Turns;

/// <summary>
/// As little as answers Direct Line's calls and is as durable: each turn commits two message rows and one state row through
/// EF Core before it is answered. What ChatLeads is measured against.
/// </summary>
internal static class BareServer
{
    /// <param name="mode"><c>per-turn</c>: one SaveChanges a turn; <c>grouping</c>: one writer, concurrent turns share a commit.</param>
    public static async Task<int> Run(string mode, string url, string file)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(url);
        using var store = new BareStore(file, mode == "grouping" ? 256 : 1);
        var conversations = new ConcurrentDictionary<string, List<object>>();
        app.MapGet("/healthz", () => "alive");
        app.MapPost("/v3/directline/tokens/generate", () => Results.Json(new { token = "none" }));
        app.MapPost("/v3/directline/conversations", () =>
        {
            var id = Guid.NewGuid().ToString("N");
            conversations[id] = [];
            return Results.Json(new { conversationId = id, token = "none" });
        });
        app.MapPost("/v3/directline/conversations/{id}/activities", async (string id, JsonElement activity) =>
        {
            var said = activity.GetProperty("text").GetString()!;
            await store.Commit(id, said, "ok");
            var transcript = conversations[id];
            lock (transcript)
            {
                transcript.Add(new { type = "message", id = $"{id}|{transcript.Count}", text = said, from = new { id = "user", role = "user" } });
                transcript.Add(new { type = "message", id = $"{id}|{transcript.Count}", text = "ok", from = new { id = "bot", role = "bot" } });
                return Results.Json(new { id = $"{id}|{transcript.Count - 2}" });
            }
        });
        app.MapGet("/v3/directline/conversations/{id}/activities", (string id, int? watermark) =>
        {
            var transcript = conversations[id];
            lock (transcript)
                return Results.Json(new { activities = transcript[(watermark ?? 0)..], watermark = $"{transcript.Count}" });
        });
        await app.RunAsync();
        return 0;
    }
}
