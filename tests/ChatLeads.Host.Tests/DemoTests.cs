using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Demo;
using ChatLeads.Host.Desk;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

public sealed class DemoTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly ChatLeadsOptions options = new() { DataDirectory = Directory.CreateTempSubdirectory("chatleads-").FullName };

    [Fact]
    public async Task An_empty_database_is_filled_so_that_the_desk_has_an_answer_to_everything_and_a_filled_one_is_left_alone()
    {
        await DemoFill.Run(options, Dialogs.Load(options), Now, 160);

        await Holds();
        var refused = await Assert.ThrowsAsync<StartupException>(() => DemoFill.Run(options, Dialogs.Load(options), Now, 60));
        Assert.Contains("empty database", refused.Message);
        await Answers();
    }

    private async Task Holds()
    {
        await using var db = options.Place().Open();
        var leads = await db.Leads.AsNoTracking().Include(lead => lead.StageChanges).ToListAsync();
        Assert.InRange(leads.Count, 50, 160);
        Assert.All(leads, lead => Assert.InRange(lead.CreatedAt, Now.AddDays(-91), Now));
        Assert.All(leads, lead => Assert.All(lead.StageChanges, change => Assert.True(change.At <= Now)));
        Assert.Contains(leads, lead => lead.Stage == Stage.Lost && lead.LeftReason is { Length: > 0 });
        Assert.Contains(leads, lead => lead is { CustomerOn: not null, Amount: > 0, Currency: "EUR", FirstWordAt: not null });
        Assert.Contains(leads, lead => lead.OwnerId is null && lead.CreatedAt > Now.AddHours(-30));
        Assert.Contains(leads, lead => lead.SnoozedUntil > Now && lead.SnoozedUntil < Now.AddHours(4));
        Assert.Equal(3, await db.LeadChanges.Where(row => row.Kind == ChangeKind.Note || row.Kind == ChangeKind.Reached || row.Kind == ChangeKind.NoAnswer)
            .Select(row => row.Kind).Distinct().CountAsync());
        Assert.Equal(3, (await db.Costs.ToListAsync()).Count(cost => cost.From == new DateOnly(2026, 9, 1)));
        Assert.Equal(160, await db.DailyCounts.Where(row => row.By == SplitBy.Channel && row.Basis == Basis.Cohort).SumAsync(row => row.Contacts));
        Assert.NotEqual(0, await db.DailyCounts.Where(row => row.By == SplitBy.Channel && row.Basis == Basis.Cohort).SumAsync(row => row.Refusals));
    }

    private async Task Answers()
    {
        await using var host = await TestHost.Start(options.DataDirectory, Now);
        var owner = host.App.Services.GetRequiredService<StaffDirectory>().All.First(person => person.Role == Role.Manager);

        foreach (var (question, answer) in new[]
        {
            ("leads sin asignar", "leads"), ("leads de Marta", "de"), ("oportunidades", "lead"), ("perdidos", "lead"), ("mi día", "⏰"),
            ("embudo del mes pasado por fuente", "google"), ("embudo por comercial", "Grace"), ("fuentes de octubre", "CPL"), ("velocidad del mes pasado", "Jorge"),
        })
            Assert.Contains(answer, await host.Ask(owner, question), StringComparison.Ordinal);
    }
}
