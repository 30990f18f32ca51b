namespace ChatLeads.Host.Tests.Reports;

public class FunnelReportTests
{
    [Fact]
    public async Task The_worked_example_is_what_the_desk_answers()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);

        var funnel = (await October.Ask(host, owner, "funnel for October")).Text.Split('\n');
        var sources = (await October.Ask(host, owner, "funnel for October by source")).Text.Split('\n');

        Assert.Equal("Funnel · October 2026", funnel[0]);
        Assert.Contains("September 2026", funnel[1]);
        Assert.Contains("Contacts: 450 (0)", funnel);
        Assert.Contains("Leads: 78 (0) · 17%", funnel);
        Assert.Contains("MQL: 36 (0) · 46%", funnel);
        Assert.Contains("SQL: 17 (0) · 47%", funnel);
        Assert.Contains("Opportunities: 8 (0) · 47%", funnel);
        Assert.Contains("Customers: 3 (0) · 38%", funnel);
        Assert.Contains("Lead to customer: 3.8% (–)", funnel);
        Assert.Contains("Time to convert: 10 days, median (3)", funnel);
        Assert.Contains("Didn't want to leave their data: 21", funnel);
        Assert.Contains("google: 50 → 28 → 14 → 7 → 2 · 4.0%", sources);
        Assert.Contains("instagram: 10 → 2 → 0 → 0 → 0 · 0%", sources);
        Assert.Contains("(no source): 18 → 6 → 3 → 1 → 1 · 5.6%", sources);
        Assert.Contains("Total: 78 → 36 → 17 → 8 → 3 · 3.8%", sources);
    }

    [Fact]
    public async Task By_activity_it_tells_what_happened_in_those_days()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);

        await October.Ask(host, owner, "funnel from October 16 to October 31");
        var reply = await October.Ask(host, owner, "by activity");
        var lines = reply.Text.Split('\n');
        var bySource = (await October.Ask(host, owner, "by source")).Text.Split('\n');
        var first = (await October.Ask(host, owner, "funnel by activity from October 1 to October 15")).Text.Split('\n');

        Assert.StartsWith("Funnel by activity · ", lines[0], StringComparison.Ordinal);
        Assert.Contains("Leads: 0 (78) · –", lines);
        Assert.Contains("MQL: 36 (0) · –", lines);
        Assert.Contains("Customers: 3 (0) · 38%", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("Lead to customer", StringComparison.Ordinal));
        Assert.Contains("Funnel by activity", reply.Picture!.AltText);
        Assert.Contains(bySource, line => line.StartsWith("google: 0 → 28 → 14 → 7 → 2", StringComparison.Ordinal));
        Assert.Contains("Leads: 78 (0) · 17%", first);
        Assert.Contains("MQL: 0 (0) · 0%", first);
    }

    [Fact]
    public async Task Costs_give_what_a_lead_and_a_customer_cost_and_what_came_back()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);

        var noted = await October.Ask(host, owner, "cost google ads october 500 €");
        var dollars = await October.Ask(host, owner, "cost google october $100");
        var sources = (await October.Ask(host, owner, "cpl by source in October")).Text.Split('\n');

        Assert.Equal("Noted: google, October 2026: €500.", noted.Text);
        Assert.Contains("$100", dollars.Text);
        Assert.Contains("   cost €500 + $100 · CPL €10 + $2 · CPA €250 + $50 · revenue €9,000 · return 18×", sources);
        Assert.Contains("   no cost entered", sources);
        Assert.Contains(sources, line => line.StartsWith("(no source): leads 18", StringComparison.Ordinal));
        Assert.Contains(sources, line => line.StartsWith("There are several currencies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cost_is_replaced_and_taken_back()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);
        await October.Ask(host, owner, "cost google october 500 €");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var replaced = await October.Ask(host, owner, "cost google october 600 €");
        var again = await October.Ask(host, owner, "undo");

        Assert.Equal("Noted: google, October 2026: €600. It replaces the €500 that stood there.", replaced.Text);
        Assert.Equal("Undone: google, October 2026 is back at €500.", again.Text);
        await using var db = host.Database();
        Assert.Equal(500, Assert.Single(db.Costs).Amount);
    }

    [Theory]
    [InlineData("funnel for October")]
    [InlineData("cpl by source in October")]
    [InlineData("cost google october 500 €")]
    public async Task Reps_are_told_that_figures_are_the_managers(string text)
    {
        await using var host = await TestHost.Start();
        var marta = await October.Rep(host, "Marta");
        await October.Fill(host);

        var answer = await October.Ask(host, marta, text);

        Assert.Equal("Only a manager can do that.", answer.Text);
        Assert.Null(answer.Picture);
        await using var db = host.Database();
        Assert.Empty(db.Costs);
    }

    [Fact]
    public async Task A_rep_sees_their_own_speed_alone()
    {
        await using var host = await TestHost.Start();
        var (owner, marta, jorge) = (await October.Owner(host), await October.Rep(host, "Marta"), await October.Rep(host, "Jorge"));
        await host.Say(new("webchat", "ana"), "hot ana@example.com Ana Ruiz");
        await host.Say(new("webchat", "tom"), "hot tom@example.com Tom Reid");
        host.Clock.Advance(TimeSpan.FromMinutes(7));
        await October.Ask(host, marta, "/claim 1");

        var hers = (await October.Ask(host, marta, "speed to lead today")).Text;
        var his = (await October.Ask(host, jorge, "speed to lead today")).Text;
        var all = (await October.Ask(host, owner, "speed to lead today by rep")).Text;

        Assert.Contains("Marta: 1, accepted 100%, in 7 minutes (median)", hers);
        Assert.DoesNotContain("unassigned", hers);
        Assert.StartsWith("No lead became hot", his, StringComparison.Ordinal);
        Assert.Contains("Total: 2, accepted 50%", all);
        Assert.Contains("(unassigned): 1, not claimed by anybody", all);
    }

    [Fact]
    public async Task Where_there_is_nothing_it_says_so_and_what_there_is()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        var before = await October.Ask(host, owner, "funnel this month");
        await October.Fill(host);

        var empty = await October.Ask(host, owner, "funnel 2024");

        Assert.StartsWith("Nobody has written yet", before.Text, StringComparison.Ordinal);
        Assert.Contains("12 Oct 2026", empty.Text);
        Assert.Null(empty.Picture);
    }

    [Fact]
    public async Task A_number_says_its_period_and_definition_when_asked()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);
        await October.Ask(host, owner, "funnel for October");

        var how = await October.Ask(host, owner, "how is it calculated?");

        Assert.StartsWith("Funnel of October 2026: it follows those who came in", how.Text, StringComparison.Ordinal);
    }
}
