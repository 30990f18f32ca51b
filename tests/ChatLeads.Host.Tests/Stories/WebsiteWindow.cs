using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ChatLeads.Host.Tests.Stories;

/// <summary>The chat on the website, over Direct Line.</summary>
internal sealed class WebsiteWindow : Window
{
    private readonly HttpClient http;
    private readonly string language;
    private string activities = "";

    private WebsiteWindow(HttpClient http, string language) => (this.http, this.language) = (http, language);

    public static async Task<WebsiteWindow> Open(HttpClient http, string language)
    {
        var window = new WebsiteWindow(http, language);
        var token = await window.Call(HttpMethod.Post, "/v3/directline/tokens/generate", new { });
        window.Enter(token);
        var begun = await window.Call(HttpMethod.Post, "/v3/directline/conversations", new { locale = language });
        window.Enter(begun);
        window.activities = $"/v3/directline/conversations/{begun.GetProperty("conversationId").GetString()}/activities";
        return window;
    }

    /// <summary>The team's page on the same protocol, entered by a code.</summary>
    public static async Task<WebsiteWindow> OpenDesk(HttpClient http, string code, string language)
    {
        var window = new WebsiteWindow(http, language);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        (await http.GetAsync($"/desk?code={code}")).EnsureSuccessStatusCode();
        var session = await window.Call(HttpMethod.Post, "/desk/token", null);
        window.Enter(session);
        window.activities = $"/v3/directline/conversations/{session.GetProperty("conversationId").GetString()}/activities";
        return window;
    }

    public string Conversation => activities.Split('/')[^2];

    public Task Types() => Call(HttpMethod.Post, activities, new { type = "typing", from = new { id = "ana" } });

    public override async Task<IReadOnlyList<Shown>> Screen() =>
        [.. (await Call(HttpMethod.Get, activities, null)).GetProperty("activities").EnumerateArray()
            .Where(activity => activity.GetProperty("from").GetProperty("role").GetString() == "bot").Select(Read)];

    public override Task Writes(string text) => Call(HttpMethod.Post, activities, new { type = "message", text, from = new { id = "ana" }, locale = language });

    /// <summary>A suggested action is sent back as the person's words.</summary>
    public override Task Presses(Shown message, string label) => Writes(message.DataOf(label));

    private static Shown Read(JsonElement activity) => new(
        activity.GetProperty("id").GetString()!,
        $"{activity.GetProperty("from").GetProperty("name").GetString()}: {activity.GetProperty("text").GetString()}",
        activity.TryGetProperty("suggestedActions", out var suggested) && suggested.ValueKind == JsonValueKind.Object
            ? [.. suggested.GetProperty("actions").EnumerateArray().Select(action => (action.GetProperty("title").GetString()!, action.GetProperty("value").GetString()!))]
            : []);

    private void Enter(JsonElement answer) =>
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("token").GetString());

    private async Task<JsonElement> Call(HttpMethod method, string address, object? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
