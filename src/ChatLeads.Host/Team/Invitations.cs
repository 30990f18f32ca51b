using System.Security.Cryptography;
using System.Text;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Routing;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Team;

/// <summary>Codes by which a person or a group joins, each of them once.</summary>
internal static class Invitations
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    // Without letters that are taken for digits: 50 bits are more than anybody guesses at the pace that they may.
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
    private const int Length = 10;

    /// <param name="role">Null for a group.</param>
    public static string Create(ChatLeadsDb db, string name, Role? role, DateTimeOffset now)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length).Insert(Length / 2, "-");
        db.Invitations.Add(new InvitationRow { CodeHash = Hash(code), Name = name.Trim(), Role = role, ExpiresAt = now + Lifetime });
        return code;
    }

    /// <summary>Null when there is none, or no longer.</summary>
    public static InvitationRow? Find(ChatLeadsDb db, string code, DateTimeOffset now) =>
        db.Invitations.Find(Hash(code)) is { } row && row.ExpiresAt > now ? row : null;

    /// <summary>Spends a person's invitation. Whoever is staff by that name already stays who they are.</summary>
    public static StaffRow Accept(ChatLeadsDb db, InvitationRow invitation, string language, DateTimeOffset now)
    {
        db.Invitations.Remove(invitation);
        if (PersonNamed(db, invitation.Name) is { } known)
            return known;
        var person = new StaffRow { Name = invitation.Name, Role = invitation.Role ?? Role.Rep, Language = language, CreatedAt = now };
        db.Staff.Add(person);
        db.SaveChanges(); // For its id.
        return person;
    }

    public static StaffRow? PersonNamed(ChatLeadsDb db, string name) =>
        db.Staff.Where(row => row.LeftAt == null).AsEnumerable().FirstOrDefault(row => Plain.Names.Equals(row.Name, name));

    /// <summary>As it is typed on a phone: in small letters, without the dash.</summary>
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)))));
}
