using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Tests.Playbooks;

public class CuesTests
{
    private static readonly Cues Cues = Cues.Read(
        DialogNode.Parse(new DialogFile("x.yaml", "{ es: [no sé, equivoc*], en: [i don't know] }"), []), ["es", "en"]);

    [Theory]
    [InlineData("pues NO SE, la verdad", true)]
    [InlineData("no sé", true)]
    [InlineData("no sepas", false)]
    [InlineData("me he equivocado", true)]
    [InlineData("inequívoco", false)]
    [InlineData("I dont know yet", true)]
    [InlineData("i don’t know", true)]
    [InlineData("", false)]
    public void Cues_stand_at_whole_words_without_case_and_accents(string text, bool found) => Assert.Equal(found, Cues.In(text));
}
