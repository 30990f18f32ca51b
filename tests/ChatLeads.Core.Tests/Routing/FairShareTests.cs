using ChatLeads.Core.Desk;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Routing;
using CsCheck;

namespace ChatLeads.Core.Tests.Routing;

/// <summary>Leads by the hundred, dealt out to teams of any kind.</summary>
public class FairShareTests
{
    private const int Leads = 400;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly RoutedLead Lead = new("es", null, null, null, null);
    private static readonly OfficeHours Office = Rules.Of(
        "{ accept_within_minutes: 5, usual: { weight: 1, capacity: 9 }, rules: [{ to: [reps] }], fallback: managers }").Usual.Hours;

    private static readonly Gen<(decimal Weight, int Capacity, bool Off)[]> Teams =
        Gen.Select(Gen.Int[1, 50].Select(tenths => tenths / 10m), Gen.Int[0, 150], Gen.Frequency((1, Gen.Const(true)), (5, Gen.Const(false)))).Array[1, 8];

    [Fact]
    public void Shares_are_as_the_weights() => Teams.Sample(team =>
    {
        var present = team.Select(person => person with { Capacity = int.MaxValue, Off = false }).ToArray();
        var got = Deal(present);
        var all = (double)present.Sum(person => person.Weight);
        for (var i = 0; i < present.Length; i++)
            // Of what is due to them nobody is further off than what one turn of each makes.
            Assert.InRange(got[i], Leads * (double)present[i].Weight / all - present.Length, Leads * (double)present[i].Weight / all + present.Length);
    });

    [Fact]
    public void Nobody_gets_more_than_they_can_take_or_while_they_are_off() => Teams.Sample(team =>
    {
        var got = Deal(team);
        for (var i = 0; i < team.Length; i++)
            Assert.InRange(got[i], 0, team[i].Off ? 0 : team[i].Capacity);
        Assert.Equal(Math.Min(Leads, team.Where(person => !person.Off).Sum(person => person.Capacity)), got.Sum());
    });

    [Fact]
    public void Who_was_away_is_not_flooded_on_their_return() => Gen.Int[1, 200].Sample(away =>
    {
        var rules = RulesOf([(1, int.MaxValue, false), (1, int.MaxValue, false)]);
        Rep[] staff = [new(0, "0", Role.Rep), new(1, "1", Role.Rep, Duty: false)];
        Deal(rules, staff, away);
        staff[1] = staff[1] with { Duty = null };

        var got = Deal(rules, staff, 20);

        Assert.InRange(got[1], 9, 11);
    });

    private static int[] Deal((decimal Weight, int Capacity, bool Off)[] team) =>
        Deal(RulesOf(team), [.. team.Select((person, i) => new Rep(i, $"{i}", Role.Rep, person.Off ? false : null))], Leads);

    private static int[] Deal(RoutingRules rules, Rep[] staff, int leads)
    {
        var got = new int[staff.Length];
        for (var lead = 0; lead < leads; lead++)
        {
            if (Router.Choose(rules, Lead, staff, new HashSet<int>(), Now) is not Route.ToRep(var id, var mark))
                continue;
            got[id]++;
            staff[id] = staff[id] with { Mark = mark, Open = staff[id].Open + 1 };
        }
        return got;
    }

    private static RoutingRules RulesOf((decimal Weight, int Capacity, bool Off)[] team) => new(
        TimeSpan.FromMinutes(5),
        new RoutingPerson(1, 0, Office),
        team.Select((person, i) => (i, person)).ToDictionary(pair => $"{pair.i}", pair => new RoutingPerson(pair.person.Weight, pair.person.Capacity, Office)),
        [new RoutingRule(null, null, null, null, null, [RoutingRules.Reps])],
        RoutingRules.Managers);
}
