using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using CsCheck;

namespace ChatLeads.Core.Tests.Funnels;

public class RollUpTests
{
    private static readonly DateOnly Start = new(2026, 9, 1);

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static readonly Gen<Segment> AnySegment = Gen.Select(
        OneOf("google", "meta", ""), OneOf("a", ""), OneOf("1", "2", ""),
        OneOf("es", "en"), OneOf("webchat", "telegram"),
        (source, campaign, rep, language, channel) => new Segment(source, campaign, rep, language, channel));

    private static readonly Gen<(Stage To, int Days, Segment? Segment)[]> AnyHistory = Gen.Select(
        OneOf(Stage.Mql, Stage.Sql, Stage.Opportunity, Stage.Customer, Stage.Lost, Stage.Disqualified),
        Gen.Int[0, 9],
        Gen.Frequency((4, Gen.Const((Segment?)null)), (1, AnySegment.Select(s => (Segment?)s)))).Array[0, 8];

    [Fact]
    public void The_sum_of_all_changes_is_the_count_over_all_leads() =>
        Gen.Select(AnySegment, Gen.Int[0, 60], AnyHistory).Array[0, 30].Sample(leads =>
        {
            var cells = new List<RollUpCell>();
            var final = new List<LeadPath>();
            foreach (var (segment, day, history) in leads)
            {
                var entered = Start.AddDays(day);
                LeadPath? path = null;
                foreach (var next in Steps(segment, entered, history))
                {
                    cells.AddRange(RollUp.Change(path, next));
                    path = next;
                }
                final.Add(path!);
            }
            foreach (var basis in Enum.GetValues<Basis>())
            foreach (SplitBy? by in new SplitBy?[] { null, SplitBy.Source, SplitBy.Rep, SplitBy.Exit })
            {
                var period = new Period(Start.AddDays(10), Start.AddDays(45));
                var rolled = Funnel.Report(cells, period, basis, by);
                var plain = Funnel.Report(final.SelectMany(RollUp.Cells), period, basis, by);
                Assert.Equal(plain.Total, rolled.Total);
                Assert.Equal(plain.Parts, rolled.Parts.Where(part => part.Counts != FunnelCounts.None));
            }
        });

    [Fact]
    public void An_erased_lead_leaves_nothing_behind()
    {
        var lead = LeadPath.Enter(new("google", "", "1", "es", "webchat"), Start).Move(Stage.Customer, Start.AddDays(3));

        var cells = RollUp.Change(null, lead).Concat(RollUp.Change(lead, null));

        Assert.All(
            cells.GroupBy(cell => cell with { Counts = FunnelCounts.None }),
            same => Assert.Equal(FunnelCounts.None, RollUp.Sum(same.Select(cell => cell.Counts))));
    }

    [Fact]
    public void A_skipped_stage_counts_as_passed_and_a_reopened_lead_once()
    {
        var lead = LeadPath.Enter(new("google", "", "", "es", "webchat"), Start)
            .Move(Stage.Opportunity, Start.AddDays(2))
            .Move(Stage.Lost, Start.AddDays(3), "price")
            .Move(Stage.Opportunity, Start.AddDays(9))
            .Move(Stage.Customer, Start.AddDays(12));

        var report = Funnel.Report(RollUp.Cells(lead), new Period(Start, Start));

        Assert.Equal(new FunnelCounts(0, 1, 1, 1, 1, 1, 0, 0), report.Total);
        Assert.Equal(Start.AddDays(2), lead.Reached[Stage.Sql]);
        Assert.Equal(Start.AddDays(2), lead.Reached[Stage.Opportunity]);
    }

    private static IEnumerable<LeadPath> Steps(Segment segment, DateOnly entered, (Stage To, int Days, Segment? Segment)[] history)
    {
        var path = LeadPath.Enter(segment, entered);
        yield return path;
        foreach (var (to, days, moved) in history)
            yield return path = (moved is null ? path : path with { Segment = moved }).Move(to, entered.AddDays(days));
    }
}
