namespace ChatLeads.Channels.WebChat;

/// <summary>The <see cref="Inbound.MessageId"/>s of web chat: what is sent again after a lost line has no second effect.</summary>
internal static class InboundIds
{
    /// <summary>A conversation is opened once.</summary>
    public const string Opened = "opened";

    /// <summary>A client's own id, which it keeps when it tries again; a client that names none cannot be told apart.</summary>
    public static string? For(string? clientId) => clientId is null ? null : $"client:{clientId}";
}
