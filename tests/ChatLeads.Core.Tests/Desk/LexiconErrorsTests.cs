using ChatLeads.Core.Desk;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Tests.Desk;

public class LexiconErrorsTests
{
    [Fact]
    public void An_unknown_kind_and_a_wrong_weight_name_their_line()
    {
        var file = new DialogFile("desk/xx.yaml", "abbreviations: {}\nclitics: {}\nslash: {}\nwords: {}\ncues:\n  dance:\n    3: [dance]\n  leads:\n    9: [leads]\n");

        var errors = DeskParser.Load([file]).Errors;

        Assert.Equal([7, 9], errors.Select(error => error.Line));
    }

    [Fact]
    public void A_third_language_is_a_file()
    {
        var french = new DialogFile("desk/fr.yaml", "abbreviations: {}\nclitics: {}\nslash: {}\nwords:\n  temperature: {hot: [chauds, brûlants]}\n  day: {0: [\"aujourd'hui\"]}\ncues:\n  leads:\n    5: [prospects chauds]\n");

        var parser = DeskParser.Load([.. DialogsFolder.Files("desk"), french]).Parser!;
        var request = parser.Parse(new DeskInput("prospects chauds aujourd'hui", Role.Rep, Sentences.Sunday)).Request;

        Assert.Equal("""{"request":"leads","temperature":["hot"],"period":{"from":"2026-11-22","to":"2026-11-22"}}""", Sentences.Json(request));
    }

    [Fact]
    public void No_file_is_an_error() => Assert.Null(DeskParser.Load([]).Parser);
}
