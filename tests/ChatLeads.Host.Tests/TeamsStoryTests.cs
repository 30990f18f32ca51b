using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Channels.Tests.Teams;
using ChatLeads.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>A prospect in Teams and the program with its true dialog, pipeline, database and outbox, and a double of the connector.</summary>
public sealed class TeamsStoryTests : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private ConnectorDouble connector = null!;
    private WebApplication app = null!;
    private HttpClient http = null!;
    private int activities;

    public async ValueTask InitializeAsync()
    {
        connector = await ConnectorDouble.Start();
        app = WebHost.Create(["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", data, "--ChatLeads:Teams:Enabled", "true"], load: ShippedDialogs.Load);
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await connector.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_prospect_is_greeted_qualifies_agrees_by_a_cards_button_and_becomes_a_lead()
    {
        await Send("installationUpdate", activity => activity["action"] = "add");
        Assert.Contains("asistente", (await connector.Next()).Text, StringComparison.Ordinal);

        var consent = await AskedForConsent();
        await using (var before = Database())
            Assert.False(await before.Conversations.AnyAsync(TestContext.Current.CancellationToken));

        var answer = await Send("invoke", activity =>
        {
            (activity["name"], activity["replyToId"]) = ("adaptiveCard/action", "1795370786743");
            activity["value"] = new JsonObject { ["action"] = JsonNode.Parse(consent.GetRawText()) };
        });
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer!.Value.GetProperty("type").GetString());
        Assert.False(answer.Value.GetProperty("value").TryGetProperty("actions", out _));
        await connector.Next();
        await Send("message", activity => activity["text"] = "Ana Ruiz, 612 340 981");
        await connector.Next();

        await using var db = Database();
        var lead = await db.Leads.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Ana Ruiz", "+34612340981", "teams"), (lead.Name, lead.Phone, lead.Channel));
        var kept = await db.Conversations.SingleAsync(row => row.LeadNumber != null, TestContext.Current.CancellationToken);
        Assert.Equal($"a:ana {connector.Url}_connector", kept.ExternalId);
        var sent = await db.Outbox.CountAsync(row => row.Kind == "message" && row.Recipient.StartsWith("teams/"), TestContext.Current.CancellationToken);
        Assert.NotEqual(0, sent);

        var inResponse = await Send("message", activity => (activity["text"], activity["deliveryMode"]) = ("¿cuánto cuesta?", "expectReplies"));
        Assert.Contains("€", inResponse!.Value.GetProperty("activities")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(sent, await db.Outbox.CountAsync(row => row.Kind == "message" && row.Recipient.StartsWith("teams/"), TestContext.Current.CancellationToken));
    }

    /// <summary>Of the two activities of an installation only one tells the client's language, and either may come first.</summary>
    [Fact]
    public async Task Who_was_greeted_before_their_language_was_known_is_answered_in_that_of_their_client()
    {
        await Send("conversationUpdate", activity =>
        {
            activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
            activity.Remove("locale");
        });
        Assert.Contains("asistente", (await connector.Next()).Text, StringComparison.Ordinal);

        await Send("message", activity => (activity["text"], activity["locale"]) = ("14", "en-US"));

        Assert.Contains("assistant", (await connector.Next()).Text, StringComparison.Ordinal);
    }

    /// <summary>Says what a prospect may say until the bot asks whether it may keep it; the button that agrees.</summary>
    private async Task<JsonElement> AskedForConsent()
    {
        var heard = new List<string>();
        foreach (var words in new[]
        {
            "soy la gerente de una clínica dental en Zaragoza, el programa de citas nos duplica pacientes y queremos cambiarlo ya",
            "somos 14 personas", "unos 6000 euros al año", "decido yo", "quiero que me llame una persona", "sí, llamadme",
        })
        {
            await Send("message", activity => activity["text"] = words);
            // A question ends what it says; when there is none, silence does.
            Arrived? next = await connector.Next();
            while (next is { } arrived)
            {
                heard.Add(arrived.Body.GetRawText());
                if (Agrees(arrived) is { } button)
                    return button;
                next = Asks(heard[^1]) ? null : await connector.TryNext(TimeSpan.FromSeconds(10));
            }
        }
        throw new InvalidOperationException($"Consent was not asked for:\n{string.Join('\n', heard)}");
    }

    private static bool Asks(string activity) => activity.Contains("expectingInput", StringComparison.Ordinal);

    private static JsonElement? Agrees(Arrived arrived) =>
        arrived.Body.TryGetProperty("attachments", out _) && arrived.Card.TryGetProperty("actions", out var actions)
            ? actions.EnumerateArray().Select(action => (JsonElement?)action)
                .FirstOrDefault(action => action!.Value.GetProperty("data").GetProperty("choice").GetString() == "consent:yes")
            : null;

    private async Task<JsonElement?> Send(string type, Action<JsonObject> with)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"activity-{++activities}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = $"{connector.Url}_connector",
            ["from"] = new JsonObject { ["id"] = "29:ana" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:ana", ["conversationType"] = "personal" },
            ["locale"] = "es-ES",
        };
        with(activity);
        using var response = await http.PostAsJsonAsync("/api/messages", activity, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Length > 0 ? JsonDocument.Parse(text).RootElement : null;
    }

    private ChatLeadsDb Database() => app.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>().CreateDbContext();
}
