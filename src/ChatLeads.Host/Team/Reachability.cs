using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Team;

/// <summary>Ends sending to where nobody is any more.</summary>
internal sealed class Reachability(DbWriter writer, TimeProvider clock)
{
    public Task Lost(ConversationKey to)
    {
        var now = clock.GetUtcNow();
        return writer.Write(db =>
        {
            db.StaffAccounts.Where(row => row.Channel == to.Channel && row.Conversation == to.Id)
                .ExecuteUpdate(set => set.SetProperty(row => row.GoneAt, now));
            db.StaffGroups.Where(row => row.Channel == to.Channel && row.Conversation == to.Id)
                .ExecuteUpdate(set => set.SetProperty(row => row.GoneAt, now));
        });
    }
}
