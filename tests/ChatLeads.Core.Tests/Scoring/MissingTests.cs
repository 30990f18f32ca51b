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

    [Theory]
    [InlineData("")]
    [InlineData("ask_price")]
    [InlineData("need ready_to_buy")]
    [InlineData("just_looking size=9")]
    [InlineData("timeline=later !authority")]
    [InlineData("authority=influences need")]
    public void What_is_missing_is_what_the_scores_of_all_joint_answers_tell(string evidence)
    {
        foreach (var rules in new[] { Given.Rules, JointRules })
            Assert.Equal(Telling(rules, Given.Evidence(evidence)), Scorer.Score(rules, Given.Evidence(evidence), Given.Now).Missing.OrderBy(field => field.Id));
    }

    /// <summary>A rule that two open questions settle together.</summary>
    private static readonly ScoringRules JointRules = Given.Load(text => text.Replace("when: { need: stated }", "when: { need: stated, authority: decides }", StringComparison.Ordinal));

    private static readonly string[][] Answers =
    [
        ["", "need"],
        ["", "authority=decides", "authority=influences", "authority=uses"],
        ["", "timeline=now", "timeline=quarter", "timeline=half", "timeline=later", "timeline=none"],
        ["", "budget=9000EUR", "budget=2000EUR", "budget=500EUR"],
        ["", "size=9", "size=3", "size=900"],
    ];

    /// <summary>The fields of which two answers give two temperatures while all other answers stay the same.</summary>
    private static IEnumerable<Field> Telling(ScoringRules rules, Evidence known)
    {
        var fields = Array.ConvertAll(Answers, answers => Given.Evidence(answers[1]).Facts[0].Field);
        var outcomes = Joint(0, known).ToList();
        return fields.Where((field, i) => outcomes
            .GroupBy(outcome => string.Join(' ', outcome.Answers.Where((_, other) => other != i)), outcome => outcome.Temperature)
            .Any(same => same.Distinct().Count() > 1)).OrderBy(field => field.Id);

        IEnumerable<(string[] Answers, Temperature Temperature)> Joint(int next, Evidence evidence)
        {
            if (next == fields.Length)
                return [([], Scorer.Score(rules, evidence, Given.Now).Temperature)];
            var settled = evidence.About(fields[next]) is not null || evidence.Refused.Contains(fields[next]);
            return (settled ? [""] : Answers[next]).SelectMany(answer =>
                Joint(next + 1, evidence with { Facts = [.. evidence.Facts, .. Given.Evidence(answer).Facts] })
                    .Select(rest => (Answers: (string[])[answer, .. rest.Answers], rest.Temperature)));
        }
    }

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
