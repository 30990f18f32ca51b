using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Scoring;

namespace ChatLeads.Core.Tests.Scoring;

public class ScoringRulesErrorsTests
{
    private static readonly string Shipped = DialogsFolder.File("scoring.yaml").Text;

    private static List<PlaybookError> ErrorsOf(string text)
    {
        var errors = new List<PlaybookError>();
        ScoringRules.Load(new DialogFile("scoring.yaml", text), DialogsFolder.Languages, errors);
        return errors;
    }

    [Theory]
    [InlineData("timeline: now }", "timeline: nwo }", "`nwo` is not known here.")]
    [InlineData("need: stated", "ned: stated", "`ned` is no field.")]
    [InlineData("id: quarter", "id: half", "The rule `half` is there twice.")]
    [InlineData("any: [need]", "any: [needs]", "`needs` is not known here.")]
    [InlineData("cap: 25", "cap: 30", "The caps add up to 105.")]
    [InlineData("points: 25", "points: 26", "Expected a whole number from 0 to 25.")]
    [InlineData(", en: \"decides\"", "", "The `en` text is missing.")]
    [InlineData("  EUR: 1\n", "", "The rate of `EUR` must be 1.")]
    [InlineData("  GBP:", "  gbp:", "`gbp` is no currency code.")]
    [InlineData("intent: ask_demo", "intent: ask_dmo", "`ask_dmo` is not known here.")]
    [InlineData("hot_needs:", "hot_neds:", "`hot_neds` is not known here.")]
    [InlineData("hot: 70, warm: 40", "hot: 30, warm: 40", "Expected a whole number from 41 to 100.")]
    public void A_slip_is_an_error_with_its_line(string written, string slip, string message)
    {
        Assert.Contains(written, Shipped, StringComparison.Ordinal);
        var at = Shipped.IndexOf(written, StringComparison.Ordinal);
        var errors = ErrorsOf(Shipped.Remove(at, written.Length).Insert(at, slip));
        var error = Assert.Single(errors, e => e.Message == message);
        Assert.InRange(error.Line, 1, Shipped.Split('\n').Length);
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("dimensions: 3")]
    [InlineData("dimensions: { timing: { cap: x, rules: { a: 1 } } }\nhot_needs: 4")]
    [InlineData("a: [")]
    public void Anything_else_is_errors_and_no_crash(string text) => Assert.NotEmpty(ErrorsOf(text));
}
