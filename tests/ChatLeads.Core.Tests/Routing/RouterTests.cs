using ChatLeads.Core.Desk;
using ChatLeads.Core.Routing;

namespace ChatLeads.Core.Tests.Routing;

public class RouterTests
{
    private static readonly DateTimeOffset MondayAtTen = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero); // 10:00 in Madrid
    private static readonly RoutedLead Lead = new("es", "Zaragoza", 14, "un programa para la clínica dental", "google");
    private static readonly Rep Ana = new(1, "Ana", Role.Manager), Marta = new(2, "Marta", Role.Rep), Luis = new(3, "Luis", Role.Rep);

    private const string Usual = """
        accept_within_minutes: 5
        usual: { weight: 1, capacity: 50 }
        fallback: managers

        """;

    [Theory]
    [InlineData("language: [es]", true)]
    [InlineData("language: [en]", false)]
    [InlineData("place: [Huesca, ZARAGOZA]", true)]
    [InlineData("place: [Vic]", false)]
    [InlineData("size: { from: 10, to: 20 }", true)]
    [InlineData("size: { from: 15 }", false)]
    [InlineData("product: [clinica]", true)]
    [InlineData("product: [nica]", false)]
    [InlineData("source: [Google]", true)]
    [InlineData("source: [bing]", false)]
    [InlineData("language: [es], place: [Zaragoza], source: [bing]", false)]
    public void A_rule_fits_when_all_that_it_asks_does(string when, bool fits)
    {
        var rules = Rules.Of($"{Usual}rules: [{{ {when}, to: [Luis] }}, {{ to: [Marta] }}]");

        var route = Router.Choose(rules, Lead, [Marta, Luis], Nobody, MondayAtTen);

        Assert.Equal(fits ? 3 : 2, Assert.IsType<Route.ToRep>(route).Id);
    }

    [Fact]
    public void What_is_not_known_of_a_lead_fits_no_rule_that_asks_for_it()
    {
        var rules = Rules.Of($"{Usual}rules: [{{ place: [Zaragoza], to: [Luis] }}, {{ size: {{ to: 9 }}, to: [Luis] }}, {{ to: [Marta] }}]");

        var route = Router.Choose(rules, new RoutedLead("es", null, null, null, null), [Marta, Luis], Nobody, MondayAtTen);

        Assert.Equal(2, Assert.IsType<Route.ToRep>(route).Id);
    }

    [Fact]
    public void Reps_get_leads_and_managers_do_not() =>
        Assert.Equal(2, Assert.IsType<Route.ToRep>(Choose([Ana, Marta])).Id);

    [Fact]
    public void Who_had_it_before_does_not_get_it_again() =>
        Assert.Equal(3, Assert.IsType<Route.ToRep>(Choose([Marta, Luis], asked: [2])).Id);

    [Theory]
    [InlineData("2026-11-23T09:00Z", null, null, "2026-11-23T09:05Z")]
    [InlineData("2026-11-23T16:57Z", null, null, "2026-11-23T17:00Z")] // 18:00 in Madrid.
    [InlineData("2026-07-20T15:58Z", null, null, "2026-07-20T16:00Z")] // In summer, too.
    [InlineData("2026-11-23T16:57Z", true, "2026-11-23T23:00Z", "2026-11-23T17:02Z")]
    [InlineData("2026-11-23T22:58Z", true, "2026-11-23T23:00Z", "2026-11-23T23:00Z")]
    public void A_lead_must_be_taken_in_five_minutes_and_before_the_reps_hours_end(string now, bool? duty, string? until, string by) =>
        Assert.Equal(DateTimeOffset.Parse(by, System.Globalization.CultureInfo.InvariantCulture), Router.AcceptBy(
            Rules.Of($"{Usual}rules: [{{ to: [reps] }}]"),
            Marta with { Duty = duty, DutyUntil = until is null ? null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture) },
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-23T09:00Z", null, true)]
    [InlineData("2026-11-23T05:00Z", null, false)]
    [InlineData("2026-11-22T09:00Z", null, false)]
    [InlineData("2026-12-08T09:00Z", null, false)] // a holiday
    [InlineData("2026-11-22T09:00Z", true, true)]
    [InlineData("2026-11-23T09:00Z", false, false)]
    public void Leads_go_to_whoever_is_on_duty(string at, bool? said, bool onDuty) =>
        Assert.Equal(onDuty, Choose([Ana, Marta with { Duty = said }], at: DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)) is Route.ToRep);

    [Fact]
    public void Everybody_has_their_own_hours()
    {
        var rules = Rules.Of($$"""{{Usual}}people: { María: { time_zone: Atlantic/Canary, opens: "08:00", closes: "09:00", days: [sun] } }{{"\n"}}rules: [{ to: [maria] }]""");
        Rep maria = new(4, "MARIA", Role.Rep);

        Assert.IsType<Route.ToRep>(Router.Choose(rules, Lead, [maria], Nobody, Utc("2026-11-22T08:30")));
        Assert.IsType<Route.ToFallback>(Router.Choose(rules, Lead, [maria], Nobody, Utc("2026-11-22T09:30")));
        Assert.IsType<Route.ToFallback>(Router.Choose(rules, Lead, [maria], Nobody, Utc("2026-11-23T08:30")));
    }

    [Fact]
    public void With_nobody_on_duty_the_fallback_is_told_and_the_next_opening_is_known()
    {
        var route = Assert.IsType<Route.ToFallback>(Choose([Ana, Marta], at: Utc("2026-12-07T20:00"))); // the 8th is a holiday

        Assert.Equal([1], route.Ids);
        Assert.Equal(Utc("2026-12-09T08:00"), route.AgainAt);
    }

    [Fact]
    public void A_fallback_has_a_name_and_when_they_have_left_it_is_the_managers()
    {
        var rules = Rules.Of($"{Usual.Replace("managers", "Luis", StringComparison.Ordinal)}rules: [{{ to: [Marta] }}]");

        Assert.Equal([3], Router.Fallback(rules, [Ana, Marta, Luis]).Ids);
        Assert.Equal([1], Router.Fallback(rules, [Ana, Marta]).Ids);
    }

    [Fact]
    public void Who_paused_is_not_waited_for() =>
        Assert.Null(Assert.IsType<Route.ToFallback>(Choose([Ana, Marta with { Duty = false }])).AgainAt);

    [Theory]
    [InlineData("rules: [{ to: [reps] }]\n", "colour: red\n", 4, "`colour` is not known here.")]
    [InlineData("rules: [{ language: [es], to: [Marta] }]\n", "", 4, "The last rule does not fit every lead.")]
    [InlineData("rules:\n- { to: [] }\n- { to: [reps] }\n", "", 5, "Nobody gets these leads.")]
    [InlineData("rules:\n- { size: { from: 9, to: 3 }, to: [reps] }\n- { to: [reps] }\n", "", 5, "The size ends before it begins.")]
    [InlineData("rules:\n- { language: [fr], to: [reps] }\n- { to: [reps] }\n", "", 5, "`fr` is not known here.")]
    [InlineData("rules: [{ to: [reps] }]\n", "people:\n  Ana: { weight: 0 }\n", 6, "Expected a number from 0.1 to 100.")]
    [InlineData("rules: [{ to: [reps] }]\n", "people:\n  Ana: { opens: \"19:00\" }\n", 6, "The office closes before it opens.")]
    [InlineData("rules: [{ to: [reps] }]\n", "people:\n  Ana: {}\n  ANA: {}\n", 7, "`ANA` is here twice.")]
    public void A_mistake_is_told_with_its_line(string rules, string more, int line, string message)
    {
        var errors = Rules.Load(Usual + rules + more).Errors;

        var error = Assert.Single(errors, error => error.Message == message);
        Assert.Equal(("routing.yaml", line + (more.StartsWith("colour", StringComparison.Ordinal) ? 1 : 0)), (error.File, error.Line));
    }

    private static readonly IReadOnlySet<int> Nobody = new HashSet<int>();

    private static Route Choose(IReadOnlyList<Rep> staff, int[]? asked = null, DateTimeOffset? at = null) => Router.Choose(
        Rules.Of($"{Usual}rules: [{{ to: [reps] }}]"), Lead, staff, (asked ?? []).ToHashSet(), at ?? MondayAtTen);

    private static DateTimeOffset Utc(string at) => DateTimeOffset.Parse(at + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
