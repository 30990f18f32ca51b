using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Channels.Teams;
using ChatLeads.Channels.Tests.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.Tests.Teams;

/// <summary>The channel as the host runs it, on a real Kestrel, with a connector that plays Microsoft and its users.</summary>
internal sealed class TeamsWorld : IAsyncDisposable
{
    public const string AppId = "6e0ff0f1-0000-4000-8000-000000000001", TenantId = "6e0ff0f1-0000-4000-8000-000000000002", Bot = "28:bot";
    private readonly WebApplication app;
    private readonly HttpClient http;
    private int activities;

    private TeamsWorld(ConnectorDouble connector, FakeTurns turns, WebApplication app, LogLines log)
    {
        (Connector, Turns, this.app, Log) = (connector, turns, app, log);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public ConnectorDouble Connector { get; }
    public FakeTurns Turns { get; }
    public LogLines Log { get; }
    public TeamsChannel Channel => app.Services.GetRequiredService<TeamsChannel>();
    public HttpClient Http => http;
    public string Service { get; set; } = "";

    public static async Task<TeamsWorld> Start(bool withAppId = false)
    {
        var connector = await ConnectorDouble.Start();
        var (turns, log) = (new FakeTurns(), new LogLines());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.AddInMemoryCollection(withAppId ? Registered(connector) : new() { ["ChatLeads:Teams:Enabled"] = "true" });
        builder.Services.AddSingleton<ITurns>(turns).AddSingleton(connector.Login);
        builder.Services.AddTeams(builder.Configuration, _ => [.. Enumerable.Repeat((byte)7, 32)]);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new TeamsWorld(connector, turns, app, log) { Service = connector.Url + "_connector" };
    }

    /// <summary>An activity of a person's, as the real client shapes it.</summary>
    public JsonObject Activity(string type, string conversation = "a:personal", string? conversationType = "personal") => new()
    {
        ["type"] = type,
        ["id"] = $"activity-{++activities}",
        ["timestamp"] = $"2026-11-22T17:54:{activities:00}.841Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = Service,
        ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana", ["aadObjectId"] = "00000000-0000-0000-0000-000000000020" },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "ChatLeads" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = conversationType, ["tenantId"] = TenantId },
        ["locale"] = "es-ES",
    };

    public JsonObject Message(string text, string conversation = "a:personal", string? conversationType = "personal")
    {
        var message = Activity("message", conversation, conversationType);
        (message["text"], message["textFormat"]) = (text, "plain");
        return message;
    }

    /// <summary>An Execute as Teams sends it: the action as it stands on the card.</summary>
    public JsonObject Execute(JsonElement action, string replyTo = "sent-1", string conversation = "a:personal")
    {
        var invoke = Activity("invoke", conversation);
        (invoke["name"], invoke["replyToId"]) = ("adaptiveCard/action", replyTo);
        invoke["value"] = new JsonObject { ["action"] = JsonNode.Parse(action.GetRawText()), ["trigger"] = "manual" };
        return invoke;
    }

    public JsonObject Submit(JsonElement action, string replyTo = "sent-1")
    {
        var message = Activity("message");
        (message["replyToId"], message["value"]) = (replyTo, JsonNode.Parse(action.GetProperty("data").GetRawText()));
        return message;
    }

    public async Task<(int Status, JsonElement? Body)> Post(JsonNode? activity, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : null);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private static Dictionary<string, string?> Registered(ConnectorDouble connector) => new()
    {
        ["ChatLeads:Teams:AppId"] = AppId,
        ["ChatLeads:Teams:TenantId"] = TenantId,
        ["ChatLeads:Teams:ClientSecret"] = "a-secret",
        ["ChatLeads:Teams:ServiceUrls:0"] = connector.Url.ToString(),
        ["ChatLeads:Teams:OpenIdMetadata"] = new Uri(connector.Url, "openid").ToString(),
    };
}
