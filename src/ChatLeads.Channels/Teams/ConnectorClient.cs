using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLeads.Channels.Teams;

/// <summary>
/// Speaks the Bot Connector REST API v3 (conversations/activities) to the service that an address names, no faster than
/// Teams allows. It never tries again by itself: that is the outbox's, which keeps the order.
/// </summary>
internal sealed class ConnectorClient(HttpClient http, OutboundTokens tokens, ServiceHosts hosts, TeamsPace pace, TimeProvider time)
{
    /// <summary>Teams refuses a message over about 100 KB; the encoding below may add a little.</summary>
    public const int MaxPayload = 100 * 1000;

    // Longer waits are the outbox's: it keeps the message meanwhile, and nothing in memory is lost by a stop.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    public Task<Delivery> Send(TeamsAddress to, JsonObject activity, CancellationToken cancellation) =>
        Call(HttpMethod.Post, to, to.Activities(), activity, cancellation);

    public async Task<Delivery> Update(TeamsAddress to, string activityId, JsonObject activity, CancellationToken cancellation) =>
        await Call(HttpMethod.Put, to, to.Activities(activityId), activity, cancellation) switch
        {
            Delivery.Sent sent => sent.ExternalId is null ? new Delivery.Sent(activityId) : sent,
            // The message is gone, its reader may not be.
            Delivery.Gone gone when gone.Reason != Blocked => new Delivery.Rejected(gone.Reason),
            var other => other,
        };

    public static int Size(JsonObject activity) => JsonSerializer.SerializeToUtf8Bytes(activity).Length;

    private const string Blocked = "HTTP 403";

    private async Task<Delivery> Call(HttpMethod method, TeamsAddress to, Uri url, JsonObject activity, CancellationToken cancellation)
    {
        if (!hosts.Allows(to.ServiceUrl.AbsoluteUri))
            return new Delivery.Rejected($"the host {to.ServiceUrl.Host} is not on the allow list, {TeamsOptions.Section}:ServiceUrls");
        var payload = JsonSerializer.SerializeToUtf8Bytes(activity);
        if (payload.Length > MaxPayload)
            return new Delivery.Rejected($"{payload.Length} bytes are over the limit of {MaxPayload}");
        for (var wait = pace.TryTake(to.ConversationId); wait > TimeSpan.Zero; wait = pace.TryTake(to.ConversationId))
        {
            if (wait > LongestWait)
                return new Delivery.Retry("Teams' limits for this conversation are used up", wait);
            await Task.Delay(wait, time, cancellation);
        }
        return await Request(method, to, url, payload, cancellation);
    }

    private async Task<Delivery> Request(HttpMethod method, TeamsAddress to, Uri url, byte[] payload, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(method, url) { Content = new ByteArrayContent(payload) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (await tokens.Get(cancellation) is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            // Not cancelled by the program's stop: nobody could tell then whether it had arrived, and it would go twice.
            using var response = await http.SendAsync(request, CancellationToken.None);
            var delivery = await Outcome(response);
            if (delivery is Delivery.Retry { After: { } after })
                pace.Hold(to.ConversationId, after);
            return delivery;
        }
        catch (HttpRequestException e)
        {
            return new Delivery.Retry(e.InnerException is null ? e.Message : $"the connector cannot be reached: {e.HttpRequestError}");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.Retry("the connector did not answer in time");
        }
    }

    private async Task<Delivery> Outcome(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return new Delivery.Sent(await IdOf(response));
        var reason = $"HTTP {(int)response.StatusCode}";
        return response.StatusCode switch
        {
            HttpStatusCode.NotImplemented => new Delivery.Rejected(reason),
            // 401: a secret that is wrong today; what is due can wait until it is right.
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout
                or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError => new Delivery.Retry(reason, After(response)),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => new Delivery.Gone(reason),
            _ => new Delivery.Rejected(reason),
        };
    }

    private TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static async Task<string?> IdOf(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return null;
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
