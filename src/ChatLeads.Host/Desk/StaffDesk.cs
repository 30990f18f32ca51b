using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;

namespace ChatLeads.Host.Desk;

/// <summary>Answers staff and does what they ask.</summary>
internal static class StaffDesk
{
    public static IReadOnlyList<Reply> Answer(ChatLeadsDb db, Staff staff, Incoming said, DateTimeOffset now) => [];
}
