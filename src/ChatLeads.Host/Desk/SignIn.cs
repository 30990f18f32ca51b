using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatLeads.Channels;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>Signs staff in with one-time codes; the database holds hashes alone.</summary>
internal sealed class SignIn(DbWriter writer, IDbContextFactory<ChatLeadsDb> databases, IStaffDirectory staff, TimeProvider clock)
{
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromHours(12);
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(30);

    /// <summary>A code that opens one session.</summary>
    public async Task<string> NewCode(int staffId)
    {
        var now = clock.GetUtcNow();
        return await writer.Write(db => AddCode(db, staffId, now));
    }

    /// <summary>The same for whoever opens the database: the command line, while the program runs.</summary>
    public static string AddCode(ChatLeadsDb db, int staffId, DateTimeOffset now)
    {
        var code = NewSecret();
        db.SignInCodes.Add(new SignInCodeRow { CodeHash = Hash(code), StaffId = staffId, ExpiresAt = now + CodeLifetime });
        return code;
    }

    /// <summary>The new session's token; null for a code that is unknown, used or too old. An invitation's code lets in, too.</summary>
    /// <param name="language">Of whoever joins by it.</param>
    public Task<string?> Redeem(string code, string language)
    {
        var (token, now) = (NewSecret(), clock.GetUtcNow());
        return writer.Write(db =>
        {
            if (StaffOf(db, code, language, now) is not { } staffId)
                return null;
            db.Sessions.Add(new SessionRow { TokenHash = Hash(token), StaffId = staffId, ExpiresAt = now + SessionLifetime });
            return token;
        });
    }

    private static int? StaffOf(ChatLeadsDb db, string code, string language, DateTimeOffset now)
    {
        if (db.SignInCodes.Find(Hash(code)) is not { } row)
            return Invitations.Find(db, code, now) is { Role: not null } invitation ? Invitations.Accept(db, invitation, language, now).Id : null;
        db.SignInCodes.Remove(row);
        return row.ExpiresAt > now ? row.StaffId : null;
    }

    /// <summary>What a session is called where its token must not stand.</summary>
    public static string SessionOf(string token) => Hash(token);

    /// <summary>Whose session it is, if it is one and they are still staff.</summary>
    public async Task<Staff?> WhoIs(string? token, CancellationToken cancellation)
    {
        if (token is null)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var hash = Hash(token);
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancellation);
        return session is not null && session.ExpiresAt > clock.GetUtcNow() ? await staff.Find(session.StaffId, cancellation) : null;
    }

    public Task SignOut(string token)
    {
        var hash = Hash(token);
        return writer.Write(db =>
        {
            if (db.Sessions.Find(hash) is { } row)
                db.Sessions.Remove(row);
        });
    }

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
