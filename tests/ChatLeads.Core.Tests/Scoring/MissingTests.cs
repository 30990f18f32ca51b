using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;

namespace ChatLeads.Core.Tests.Scoring;

public class MissingTests
{
    private static string Missing(string evidence) => string.Join(' ', Given.Scored(evidence).Missing);

    [Theory]
    // Only the budget stands between them and hot.
    [InlineData("authority=decides need timeline=now size=9", "budget")]
    [InlineData("authority=decides need timeline=now ready_to_buy", "budget")]
    // Cold, whatever else they may say.
    [InlineData("just_looking timeline=none", "")]
    [InlineData("authority=uses need", "")]
    [InlineData("need timeline=none", "")]
    // Hot already, or warm for good.
    [InlineData("authority=decides need timeline=now budget=9000EUR/year", "")]
    [InlineData("authority=decides need timeline=now !budget", "")]
    [InlineData("authority=decides need timeline=quarter budget=9000EUR/year", "")]
    // Everything was refused.
    [InlineData("need !authority !budget !timeline !company_size", "")]
    public void Only_what_can_change_the_temperature_is_missing(string evidence, string expected) =>
        Assert.Equal(expected, Missing(evidence));

    [Theory]
    [InlineData("need", "timeline")]
    [InlineData("need timeline=now", "authority")]
    [InlineData("need timeline=later authority=decides", "budget")]
    [InlineData("need authority=decides budget=9000EUR/year", "timeline")]
    public void The_most_telling_comes_first(string evidence, string first) =>
        Assert.StartsWith(first, Missing(evidence), StringComparison.Ordinal);

    [Fact]
    public void A_refused_field_is_never_missing() =>
        Assert.DoesNotContain(Field.Budget, Given.Scored("need !budget").Missing);

    /// <summary>Four open questions are the worst that happens; what is tried for them must not explode. Its speed is for the benchmarks.</summary>
    [Fact]
    public void A_what_if_stays_small()
    {
        var evidence = Given.Evidence("need");
        Scorer.Score(Given.Rules, evidence, Given.Now);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Scorer.Score(Given.Rules, evidence, Given.Now);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 200_000);
    }
}
