using ChatLeads.Core.Desk;
using ChatLeads.Host.Takeover;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Team;

/// <summary>Changes who belongs to the team. Whoever asks at the next update sees it.</summary>
internal static class Membership
{
    /// <summary>Ends all that they could come in by: accounts, sessions, links, codes.</summary>
    public static void Remove(ChatLeadsDb db, StaffRow person, DateTimeOffset now)
    {
        person.LeftAt = now;
        Menus.Refresh(db, person, now);
        Hands.GiveBackOf(db, person.Id, now);
        db.StaffAccounts.Where(row => row.StaffId == person.Id).ExecuteDelete();
        db.Sessions.Where(row => row.StaffId == person.Id).ExecuteDelete();
        db.SignInCodes.Where(row => row.StaffId == person.Id).ExecuteDelete();
        db.Invitations.Where(row => row.Name == person.Name && row.Role != null).ExecuteDelete();
        db.SaveChanges();
    }

    /// <summary>Without a manager nobody could invite in chat, and nobody would be told what nobody took.</summary>
    public static bool IsLastManager(ChatLeadsDb db, StaffRow person) =>
        person.Role == Role.Manager && !db.Staff.Any(row => row.LeftAt == null && row.Role == Role.Manager && row.Id != person.Id);
}
