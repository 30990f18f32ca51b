using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Tests.Scoring;

namespace ChatLeads.Core.Tests.Desk;

public class NextStepsTests
{
    private static readonly NextSteps Steps = NextSteps.Load(DialogsFolder.File("next-steps.yaml"), DialogsFolder.Languages, []);

    private static LeadView Lead(string evidence, Stage stage = Stage.Lead) =>
        new(7, Given.Evidence(evidence).Facts, Given.Scored(evidence), stage, "en", "webchat", Given.Now)
        {
            Intents = Given.Evidence(evidence).Intents.Select(seen => seen.Intent).ToHashSet(),
        };

    [Theory]
    [InlineData("authority=decides need budget=9000EUR timeline=now size=9", "write now and suggest a time today")]
    [InlineData("authority=decides need timeline=now size=9", "get in touch today: they are in a hurry; find out the budget")]
    [InlineData("authority=decides need budget=9000EUR timeline=half size=9 ask_human", "write today: they asked to talk to somebody; ask what would bring it forward")]
    [InlineData("authority=uses need", "send the guide and ask who decides")]
    [InlineData("just_looking timeline=none", "don't push")]
    public void The_step_follows_from_what_is_known(string evidence, string expected) =>
        Assert.StartsWith(expected, Steps.For(Lead(evidence), "en"), StringComparison.Ordinal);

    [Theory]
    [InlineData(Stage.Customer)]
    [InlineData(Stage.Lost)]
    [InlineData(Stage.Opportunity)]
    public void What_staff_decided_comes_first(Stage stage) =>
        Assert.DoesNotContain(";", Steps.For(Lead("authority=decides need timeline=now", stage), "en").Replace("for now; ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("phone=612340981 need timeline=now", Stage.Lead, "in the chat any more: call")]
    [InlineData("email=ana need", Stage.Opportunity, "in the chat any more: write to")]
    [InlineData("need", Stage.Lead, "wait until they write again")]
    [InlineData("phone=612340981", Stage.Customer, "a customer already")]
    public void Who_cannot_be_reached_in_the_chat_is_called_or_written_to(string evidence, Stage stage, string expected) =>
        Assert.Contains(expected, Steps.For(Lead(evidence, stage) with { UnreachableSince = Given.Now }, "en"), StringComparison.Ordinal);

    [Theory]
    [InlineData("first: [{ do: { es: x, en: x }, when: { temperature: [hot] } }]\nbesides: []\nmost_besides: 1", "Some leads have no first step.")]
    [InlineData("first: [{ do: { es: '{need}', en: x } }]\nbesides: []\nmost_besides: 1", "`{need}` may be unknown here.")]
    [InlineData("first: [{ do: { es: x } }]\nbesides: []\nmost_besides: 1", "The `en` text is missing.")]
    [InlineData("first: [{ do: { es: x, en: x }, when: { temperature: [tepid] } }]\nbesides: []\nmost_besides: 1", "`tepid` is not known here.")]
    [InlineData("", "`first` is missing.")]
    public void A_slip_is_an_error(string text, string message)
    {
        var errors = new List<PlaybookError>();
        NextSteps.Load(new DialogFile("next-steps.yaml", text), DialogsFolder.Languages, errors);
        Assert.Contains(errors, error => error.Message == message);
    }

    [Theory]
    [InlineData("{mark} {who} · {score}/100\", en", "{mark} {who}\", en", "`{score}` is missing in this text.")]
    [InlineData("  hot: {", "  heiss: {", "`heiss` is not known here.")]
    [InlineData("/claim {lead}", "/claim", "`{lead}` is missing in this command.")]
    public void A_slip_in_the_texts_is_an_error(string written, string slip, string message)
    {
        var shipped = DialogsFolder.File("desk/texts.yaml");
        Assert.Contains(written, shipped.Text, StringComparison.Ordinal);
        var errors = new List<PlaybookError>();
        DeskTexts.Load(shipped with { Text = shipped.Text.Replace(written, slip, StringComparison.Ordinal) }, DialogsFolder.Languages, errors);
        Assert.Contains(errors, error => error.Message == message && error.Line > 0);
    }
}
