using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>How a request was answered.</summary>
/// <param name="After">What the talk is about now; null when that is as before.</param>
internal sealed record DeskResult(IReadOnlyList<Reply> Replies, DeskContext? After = null)
{
    /// <summary>The outcome of a request that was understood and not carried out.</summary>
    public const string Refused = "refused";

    /// <summary>What the audit log keeps besides who, what and which leads: ids alone.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The lead that is no more: to be forgotten in memory, too, after the commit.</summary>
    public int? Erased { get; init; }

    public static implicit operator DeskResult(Reply reply) => new([reply]);
}
