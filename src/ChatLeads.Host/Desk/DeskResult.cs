using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>How a request was answered.</summary>
/// <param name="After">What the talk is about now; null when that is as before.</param>
internal sealed record DeskResult(IReadOnlyList<Reply> Replies, DeskContext? After = null)
{
    public static implicit operator DeskResult(Reply reply) => new([reply]);
}
