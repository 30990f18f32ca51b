using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ChatLeads.Benchmarks.Turns;

/// <summary>One visitor: says something, then asks for what is new until the bot has answered.</summary>
internal sealed class DirectLineClient(HttpClient http, string url)
{
    private string activities = "";
    private string token = "";
    private string watermark = "";

    public async Task Begin()
    {
        token = (await Call(HttpMethod.Post, $"{url}/v3/directline/tokens/generate", new { })).GetProperty("token").GetString()!;
        var begun = await Call(HttpMethod.Post, $"{url}/v3/directline/conversations", new { });
        activities = $"{url}/v3/directline/conversations/{begun.GetProperty("conversationId").GetString()}/activities";
        token = begun.GetProperty("token").GetString()!;
        watermark = "";
    }

    /// <returns>What the bot answered, and the field that it asks for, if any.</returns>
    public async Task<(string Text, string? Asking)> Say(string text)
    {
        await Call(HttpMethod.Post, activities, new { type = "message", text, from = new { id = "user" }, locale = "es" });
        while (true)
        {
            var news = await Call(HttpMethod.Get, watermark.Length == 0 ? activities : $"{activities}?watermark={watermark}", null);
            watermark = news.GetProperty("watermark").GetString()!;
            (string, string?)? answer = null;
            foreach (var activity in news.GetProperty("activities").EnumerateArray())
                if (activity.GetProperty("from").GetProperty("role").GetString() == "bot")
                    answer = (activity.GetProperty("text").GetString()!, Asking(activity));
            if (answer is not null)
                return answer.Value;
        }
    }

    private static string? Asking(JsonElement activity) =>
        activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("asking", out var asking) ? asking.GetString() : null;

    /// <summary>In one piece with its length, as browsers send it.</summary>
    private static ByteArrayContent Json(object body) => new(JsonSerializer.SerializeToUtf8Bytes(body))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private async Task<JsonElement> Call(HttpMethod method, string address, object? body)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = Json(body);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
