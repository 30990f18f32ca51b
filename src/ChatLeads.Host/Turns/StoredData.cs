using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Turns;

/// <summary>
/// Tells a person what is held about them: what they said in this conversation. What a lead with the same address said
/// elsewhere is not told, for an address proves nothing.
/// </summary>
internal sealed class StoredData(CurrentDialogs dialogs, IDbContextFactory<ChatLeadsDb> databases)
{
    public async ValueTask<Decision> AddTo(Decision decision, Turn turn)
    {
        if (turn.Conversation.RowId is not { } id || decision.Replies.Count == 0 || !decision.Effects.OfType<TellStoredData>().Any())
            return decision;
        await using var db = await databases.CreateDbContextAsync();
        var consents = (await db.Consents.AsNoTracking().Where(row => row.ConversationId == id).OrderBy(row => row.Id).ToListAsync())
            .ConvertAll(ConsentRows.Record);
        var reply = decision.Replies[0];
        var card = dialogs.Now.Desk.Cards.Copy(decision.State.Facts, consents, reply.Language);
        return decision with { Replies = [reply with { Card = card }, .. decision.Replies.Skip(1)] };
    }
}
