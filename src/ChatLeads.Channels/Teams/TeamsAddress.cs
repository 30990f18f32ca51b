using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>
/// A conversation reference: the conversation's id and the service that owns it. Both stand in the
/// <see cref="ConversationKey"/>, so that whoever keeps a key can write to it later (proactive messages).
/// </summary>
/// <param name="ServiceUrl">As the activity named it: Teams ends it in a slash, the local client does not.</param>
/// <param name="ConversationId">May hold a thread: <c>19:…@thread.tacv2;messageid=…</c>.</param>
internal sealed record TeamsAddress(Uri ServiceUrl, string ConversationId)
{
    public const string Channel = "teams";

    public ConversationKey Key => new(Channel, $"{ConversationId} {ServiceUrl.AbsoluteUri}");

    /// <summary>The conversation without the thread in it.</summary>
    public string Root => ConversationId.Split(";messageid=")[0];

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
        var path = $"{ServiceUrl.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(ConversationId)}/activities";
        return new Uri(activityId is null ? path : $"{path}/{Uri.EscapeDataString(activityId)}");
    }
}
