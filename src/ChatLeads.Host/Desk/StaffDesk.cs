using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;

namespace ChatLeads.Host.Desk;

/// <param name="Mentions">The leads that it speaks of.</param>
internal sealed record DeskAnswer(IReadOnlyList<Reply> Replies, IReadOnlyList<int> Mentions);

/// <summary>Answers staff and does what they ask.</summary>
internal static class StaffDesk
{
    public static DeskAnswer Answer(ChatLeadsDb db, Staff staff, Incoming said, DateTimeOffset now) => new([], []);
}
