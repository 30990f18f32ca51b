using ChatLeads.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host;

/// <summary><c>/healthz</c>: alive. <c>/readyz</c>: warmed up, and database and playbook can be used.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("alive"));
        app.MapGet("/readyz", Ready);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Ready(
        WarmUp warmUp, IDbContextFactory<ChatLeadsDb> databases, CancellationToken cancellation)
    {
        if (!warmUp.Done)
            return TypedResults.Problem("Warming up.", statusCode: StatusCodes.Status503ServiceUnavailable);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Database.CanConnectAsync(cancellation)
            ? TypedResults.Text("ready")
            : TypedResults.Problem("The database cannot be opened.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
