using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLeads.Channels.Teams;

/// <summary>Speaks the Bot Connector REST API v3 (conversations/activities) to the service that an address names.</summary>
public sealed class ConnectorClient(HttpClient http, OutboundTokens tokens, ServiceHosts hosts)
{
    /// <summary>Teams refuses a message over about 100 KB.</summary>
    public const int MaxPayload = 100 * 1024;

    public Task<Delivery> Send(TeamsAddress to, JsonObject activity, CancellationToken cancellation) =>
        Call(HttpMethod.Post, to, to.Activities(), activity, cancellation);

    public Task<Delivery> Update(TeamsAddress to, string activityId, JsonObject activity, CancellationToken cancellation) =>
        Call(HttpMethod.Put, to, to.Activities(activityId), activity, cancellation);

    public Task<Delivery> Typing(TeamsAddress to, CancellationToken cancellation) =>
        Send(to, new JsonObject { ["type"] = "typing" }, cancellation);

    private async Task<Delivery> Call(HttpMethod method, TeamsAddress to, Uri url, JsonObject activity, CancellationToken cancellation)
    {
        if (!hosts.Allows(to.ServiceUrl.AbsoluteUri))
            return new Delivery.Rejected("the service host is not on the allow list");
        var payload = JsonSerializer.SerializeToUtf8Bytes(activity);
        if (payload.Length > MaxPayload)
            return new Delivery.Rejected($"{payload.Length} bytes are over the limit of {MaxPayload}");
        try
        {
            using var request = new HttpRequestMessage(method, url) { Content = new ByteArrayContent(payload) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (await tokens.Get(cancellation) is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, cancellation);
            return await Outcome(response, cancellation);
        }
        catch (HttpRequestException e)
        {
            return new Delivery.Retry("the connector cannot be reached: " + e.HttpRequestError);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.Retry("the connector did not answer in time");
        }
    }

    private static async Task<Delivery> Outcome(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
            return new Delivery.Sent(await IdOf(response, cancellation));
        var reason = $"HTTP {(int)response.StatusCode}";
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new Delivery.Retry(reason, After(response)),
            HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented
                or HttpStatusCode.RequestTimeout or HttpStatusCode.Unauthorized => new Delivery.Retry(reason, After(response)),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => new Delivery.Gone(reason),
            _ => new Delivery.Rejected(reason),
        };
    }

    private static TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;

    private static async Task<string?> IdOf(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return null;
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
