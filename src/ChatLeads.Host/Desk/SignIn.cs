using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatLeads.Channels;
using ChatLeads.Core.Desk;
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
        var code = NewSecret();
        var row = new SignInCodeRow { CodeHash = Hash(code), StaffId = staffId, ExpiresAt = clock.GetUtcNow() + CodeLifetime };
        await writer.Write(db => { db.SignInCodes.Add(row); });
        return code;
    }

    /// <summary>The new session's token; null for a code that is unknown, used or too old.</summary>
    public Task<string?> Redeem(string code)
    {
        var (hash, token, now) = (Hash(code), NewSecret(), clock.GetUtcNow());
        return writer.Write(db =>
        {
            if (db.SignInCodes.Find(hash) is not { } row)
                return null;
            db.SignInCodes.Remove(row);
            if (row.ExpiresAt <= now)
                return null;
            db.Sessions.Add(new SessionRow { TokenHash = Hash(token), StaffId = row.StaffId, ExpiresAt = now + SessionLifetime });
            return token;
        });
    }

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
