using System.Security.Cryptography;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.WebChat;

/// <summary>Whom a token stands for: one person in one conversation.</summary>
/// <param name="User">What the person is called on the wire (<c>from.id</c>); null until a client has named it.</param>
public sealed record WebChatIdentity(ConversationKey Conversation, string? User = null)
{
    /// <summary>The <see cref="ConversationKey.Channel"/> of visitors.</summary>
    public const string VisitorChannel = "webchat";

    /// <summary>The <see cref="ConversationKey.Channel"/> of the staff's own chat.</summary>
    public const string DeskChannel = "desk";

    /// <summary>The user id comes from the page's back end or the desk, not from a visitor's browser.</summary>
    public bool Vouched { get; init; }

    /// <summary>Set in the desk's tokens; who that is, and whether still, the <see cref="IStaffDirectory"/> says.</summary>
    public int? StaffId { get; init; }

    /// <summary>The desk's session that a staff token was issued to: signing out ends its tokens, too.</summary>
    public string? Session { get; init; }

    /// <summary>The web origins that may use the token; empty means any allowed one.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; init; } = [];

    /// <summary>What stands in <c>from.id</c>.</summary>
    public string WireUser => User ?? $"dl_{Conversation.Id}";

    /// <summary>Who writes, as the pipeline may believe it: an id that a visitor picked says nothing.</summary>
    public string ProvenUser => Vouched ? WireUser : Conversation.Id;

    /// <summary>A new visitor in a conversation whose id nobody can guess.</summary>
    public static WebChatIdentity NewVisitor() =>
        new(new ConversationKey(VisitorChannel, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))));

    /// <summary>A staff member at the desk: one lasting conversation each.</summary>
    public static WebChatIdentity ForStaff(int staffId) =>
        new(new ConversationKey(DeskChannel, $"staff-{staffId}"), $"staff-{staffId}") { Vouched = true, StaffId = staffId };
}
