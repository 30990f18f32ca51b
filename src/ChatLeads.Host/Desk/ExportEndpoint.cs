using System.Text;
using ChatLeads.Core.Desk;
using ChatLeads.Host.CommandLine;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>The table behind an export's link. Each fetch is in the audit log, with the leads that were read.</summary>
internal static class ExportEndpoint
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ticket, SignIn signIn, ExportTickets tickets, IDbContextFactory<ChatLeadsDb> databases, DbWriter writer, ChatLeadsOptions options, TimeProvider clock, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await signIn.WhoIs(context.Request.Cookies[DeskEndpoints.Cookie], context.RequestAborted) is not { } person)
            return TypedResults.Problem("Sign in at the desk in this browser, then open the link again.", statusCode: StatusCodes.Status401Unauthorized);
        var now = clock.GetUtcNow();
        if (tickets.Leads(ticket, person.Id, now) is not { } numbers)
            return TypedResults.Problem("This link has expired, or it is somebody else's. Ask for the export again.", statusCode: StatusCodes.Status404NotFound);
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var leads = await db.Leads.AsNoTracking()
            .Where(lead => numbers.Contains(lead.Number))
            .Where(lead => person.Role == Role.Manager || options.RepsSeeAll || lead.OwnerId == null || lead.OwnerId == person.Id)
            .OrderBy(lead => lead.Number).ToListAsync(context.RequestAborted);
        await writer.Write(log => { log.Audit.Add(Note(person, leads, now)); });
        return TypedResults.File(Table(leads), "text/csv; charset=utf-8", "leads.csv");
    }

    /// <summary>With the mark by which spreadsheets know UTF-8.</summary>
    private static byte[] Table(IEnumerable<LeadRow> leads)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(true)))
            ExportCommand.Write(leads, writer);
        return stream.ToArray();
    }

    private static AuditRow Note(Staff person, List<LeadRow> leads, DateTimeOffset now) => new()
    {
        At = now,
        StaffId = person.Id,
        Channel = "desk",
        Request = "export",
        Leads = $",{string.Join(',', leads.Select(lead => lead.Number))},",
        Outcome = $"read {leads.Count}",
    };
}
