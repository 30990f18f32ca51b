using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Team;

/// <summary>Ends sending to where nobody is any more.</summary>
internal sealed class Reachability(IDbContextFactory<ChatLeadsDb> databases, DbWriter writer, TimeProvider clock)
{
    public async Task<bool> IsLost(ConversationKey to, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.StaffAccounts.AnyAsync(row => row.Channel == to.Channel && row.Conversation == to.Id && row.GoneAt != null, cancellation)
            || await db.StaffGroups.AnyAsync(row => row.Channel == to.Channel && row.Conversation == to.Id && row.GoneAt != null, cancellation);
    }

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
