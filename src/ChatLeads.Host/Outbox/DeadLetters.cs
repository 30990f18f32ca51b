using ChatLeads.Host.Desk;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>Rows of the outbox that were given up, as managers are told of them: to whom, about whom, why, when.</summary>
internal static class DeadLetters
{
    /// <summary>Without notices of dead letters.</summary>
    public static IQueryable<OutboxRow> Of(DeskTurn desk) =>
        desk.Db.Outbox.AsNoTracking().Where(row => row.DeadAt != null && row.Kind != UndeliveredHandler.UndeliveredKind);

    public static string Line(DeskTurn desk, OutboxRow row)
    {
        var lead = row.LeadNumber is { } number ? desk.Db.Leads.Where(lead => lead.Number == number).Select(lead => lead.Name ?? lead.Company).SingleOrDefault() ?? $"{number}" : null;
        (string, string)[] about = [("time", desk.Moment(row.DeadAt!.Value)), ("to", Recipient(desk, row)), ("why", row.Error ?? "")];
        return lead is null ? desk.Words(UndeliveredText.Line, about) : desk.Words(UndeliveredText.LineAbout, [.. about, ("lead", lead)]);
    }

    /// <summary>A person or group of the team by name, a prospect by their lead, all else as it stands in the row.</summary>
    private static string Recipient(DeskTurn desk, OutboxRow row)
    {
        if (row.Recipient.Split('/', 2) is not [var channel, var id])
            return row.Recipient;
        var name = (from account in desk.Db.StaffAccounts
                    join person in desk.Db.Staff on account.StaffId equals person.Id
                    where account.Channel == channel && account.Conversation == id
                    select person.Name).FirstOrDefault()
            ?? desk.Db.StaffGroups.Where(group => group.Channel == channel && group.Conversation == id).Select(group => group.Name).FirstOrDefault();
        if (name is null && desk.Db.Conversations.Where(talk => talk.Channel == channel && talk.ExternalId == id).Select(talk => talk.LeadNumber).FirstOrDefault() is { } lead)
            name = desk.Words(UndeliveredText.Prospect, ("lead", $"{lead}"));
        return $"{name ?? id} ({desk.Cards.Channel(channel, desk.Language)})";
    }
}
