using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Core.Understanding;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>Stored leads as staff see them.</summary>
internal static class LeadViews
{
    public static LeadView? Load(ChatLeadsDb db, int number)
    {
        var lead = db.Leads.AsNoTracking().Include(lead => lead.Facts).SingleOrDefault(lead => lead.Number == number);
        return lead is null ? null : View(lead, OwnerOf(db, lead)) with
        {
            Intents = Intents(db, number),
            Consents = Consents(db, number),
            UnreachableSince = db.Conversations.Where(row => row.LeadNumber == number && row.StaffId == null)
                .OrderByDescending(row => row.LastActivityAt).Select(row => row.GoneAt).FirstOrDefault(),
        };
    }

    /// <summary>Without what only a sheet tells.</summary>
    public static LeadView View(LeadRow lead, string? owner) => new(
        lead.Number, LeadStore.FactsOf(lead), StoredJson.Read<Score>(lead.ScoreJson), lead.Stage, lead.Language, lead.Channel, lead.CreatedAt)
    {
        Owner = owner,
        Visit = lead.VisitJson is null ? null : StoredJson.Read<Visit>(lead.VisitJson),
        HotAt = lead.HotAt,
        ClaimedAt = lead.ClaimedAt,
    };

    public static string? OwnerOf(ChatLeadsDb db, LeadRow lead) =>
        lead.OwnerId is { } id ? db.Staff.Where(row => row.Id == id).Select(row => row.Name).SingleOrDefault() : null;

    /// <summary>Of many leads: those who have left alone are looked up.</summary>
    public static string? OwnerOf(DeskTurn desk, LeadRow lead) =>
        desk.Team.FirstOrDefault(person => person.Id == lead.OwnerId)?.Name ?? OwnerOf(desk.Db, lead);

    /// <summary>What to call it by in a sentence.</summary>
    public static string NameOf(LeadRow lead) => lead.Name ?? lead.Company ?? $"{lead.Number}";

    private static HashSet<Intent> Intents(ChatLeadsDb db, int number) =>
    [
        .. db.Conversations.Where(row => row.LeadNumber == number && row.StaffId == null).Select(row => row.StateJson).ToList()
            .SelectMany(json => StoredJson.Read<ConversationState>(json).Signals).Select(signal => signal.Intent),
    ];

    private static List<ConsentRecord> Consents(ChatLeadsDb db, int number) =>
        db.Consents.AsNoTracking().Where(row => row.LeadNumber == number).OrderBy(row => row.Id).ToList().ConvertAll(ConsentRows.Record);
}
