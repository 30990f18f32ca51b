using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>The updates that wait for the bot: handed out to one poller, or posted in order to a webhook.</summary>
internal sealed class UpdateQueue : IDisposable
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(40);
    private readonly Lock gate = new();
    private readonly SortedDictionary<(int Id, int Arrival), JsonObject> waiting = [];
    private readonly HttpClient http = new();
    private HashSet<string>? allowed;
    private TaskCompletionSource changed = New();
    private CancellationTokenSource? poller;
    private CancellationTokenSource? poster;
    private int next = 700_000_001;
    private int arrivals;

    public string WebhookUrl { get; private set; } = "";
    public string? LastError { get; private set; }
    public int Posts { get; private set; }

    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    public bool PollerWaits
    {
        get
        {
            lock (gate)
                return poller is not null;
        }
    }

    /// <summary>As after a week without updates.</summary>
    public void StartOverAt(int id) => next = id;

    /// <returns>The update as it will be delivered.</returns>
    public JsonObject Add(string type, JsonObject content)
    {
        lock (gate)
        {
            var update = new JsonObject { ["update_id"] = next++, [type] = content };
            if (allowed?.Contains(type) != false)
                Repeat(update);
            return update;
        }
    }

    /// <summary>Delivers the same update (again).</summary>
    public void Repeat(JsonObject update)
    {
        lock (gate)
        {
            waiting.Add(((int)update["update_id"]!, arrivals++), (JsonObject)update.DeepClone());
            Wake();
        }
    }

    public async Task<JsonArray> Poll(RequestFields fields, CancellationToken cancellation)
    {
        CancellationTokenSource me;
        lock (gate)
        {
            if (WebhookUrl.Length > 0)
                throw ApiError.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            poller?.Cancel();
            poller = me = new CancellationTokenSource();
            Allow(fields.Json("allowed_updates"));
            Confirm((int)(fields.Number("offset") ?? 0));
        }
        var limit = (int)Math.Clamp(fields.Number("limit") ?? 100, 1, 100);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(me.Token, cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(fields.Number("timeout") ?? 0));
        while (true)
        {
            Task wake;
            lock (gate)
            {
                if (poller != me)
                    throw ApiError.Conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
                if (waiting.Count > 0 || patience.IsCancellationRequested)
                {
                    poller = null;
                    return [.. waiting.Values.Take(limit).Select(update => update.DeepClone())];
                }
                wake = changed.Task;
            }
            await Task.WhenAny(wake, Task.Delay(Timeout.Infinite, patience.Token));
        }
    }

    public void SetWebhook(string url, string? secret, JsonNode? allowedUpdates)
    {
        lock (gate)
        {
            poster?.Cancel();
            poller?.Cancel();
            (WebhookUrl, LastError, poster) = (url, null, null);
            Allow(allowedUpdates);
            Wake();
            if (url.Length == 0)
                return;
            poster = new CancellationTokenSource();
            _ = PostAll(url, secret, poster.Token);
        }
    }

    public void Dispose()
    {
        poster?.Cancel();
        poller?.Cancel();
        http.Dispose();
    }

    /// <summary>One after the other; what isn't answered with 2xx is posted again before any later one.</summary>
    private async Task PostAll(string url, string? secret, CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            KeyValuePair<(int, int), JsonObject> first;
            Task wake;
            lock (gate)
                (first, wake) = (waiting.FirstOrDefault(), changed.Task);
            if (first.Value is not { } update)
            {
                await wake;
                continue;
            }
            LastError = await Post(url, secret, update, stopped);
            if (LastError is null)
                lock (gate)
                    waiting.Remove(first.Key);
            else
                await Task.Delay(RetryPause, CancellationToken.None);
        }
    }

    private async Task<string?> Post(string url, string? secret, JsonObject update, CancellationToken stopped)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(update) };
            if (secret is not null)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            Posts++;
            using var response = await http.SendAsync(request, stopped);
            return response.IsSuccessStatusCode ? null : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return e.Message;
        }
    }

    private void Confirm(int offset)
    {
        // Telegram takes an offset far beyond its own count as a mistake, and begins at the earliest update.
        if (offset > next + 10)
            return;
        if (offset < 0)
            offset = waiting.Count > -offset ? waiting.ElementAt(waiting.Count + offset).Key.Id : 0;
        foreach (var key in waiting.Keys.TakeWhile(key => key.Id < offset).ToList())
            waiting.Remove(key);
    }

    private void Allow(JsonNode? types)
    {
        if (types is JsonArray list)
            allowed = list.Count == 0 ? null : [.. list.Select(type => type!.GetValue<string>())];
    }

    private void Wake()
    {
        changed.TrySetResult();
        changed = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
