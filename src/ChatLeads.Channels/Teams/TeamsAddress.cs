using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>
/// Where a Teams conversation is reached: its id and the service that owns it. Both stand in the
/// <see cref="ConversationKey"/>, so that whoever keeps a key can write to it later (proactive messages).
/// </summary>
/// <param name="ServiceUrl">As the last activity named it, ending in a slash.</param>
/// <param name="ConversationId">May hold a thread: <c>19:…@thread.tacv2;messageid=…</c>.</param>
public sealed record TeamsAddress(Uri ServiceUrl, string ConversationId)
{
    public const string Channel = "teams";

    public ConversationKey Key => new(Channel, $"{ConversationId} {ServiceUrl}");

    public static TeamsAddress? From(ConversationKey key)
    {
        var space = key.Id.LastIndexOf(' ');
        return key.Channel == Channel && space > 0 && Uri.TryCreate(key.Id[(space + 1)..], UriKind.Absolute, out var url)
            ? new TeamsAddress(url, key.Id[..space])
            : null;
    }

    /// <summary>The Bot Connector's resource for this conversation's activities.</summary>
    public Uri Activities(string? activityId = null)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(ConversationId)}/activities";
        return new Uri(ServiceUrl, activityId is null ? path : $"{path}/{Uri.EscapeDataString(activityId)}");
    }
}
