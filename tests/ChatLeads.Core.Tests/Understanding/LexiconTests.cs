using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Readers;

public class LexiconTests
{
    [Theory]
    [InlineData("[nonsense]\nword", 1, "not known")]
    [InlineData("word", 1, "no section")]
    [InlineData("# a comment\n[month]\nenero", 3, "needs a value")]
    [InlineData("[intent.greet]\nhola\n(buenas|adios", 3, "not closed")]
    [InlineData("[intent.greet]\nhola {unknown}", 2, "macro")]
    [InlineData("[intent.greet]\n.. hola", 2, "starts with a word")]
    public void Errors_name_file_and_line(string text, int line, string message)
    {
        var (reader, errors) = Reader.Load([new DialogFile("understanding/es/mine.txt", text)]);
        Assert.Null(reader);
        var error = Assert.Single(errors);
        Assert.Equal(("understanding/es/mine.txt", line), (error.File, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_business_adds_its_own_words()
    {
        var reader = TestReader.Load([.. TestReader.Files, new DialogFile("understanding/es/mine.txt", "[need.problem]\n(gotea|goteras) .. tejado")]);
        var reading = reader.Read(new ReadRequest("nos gotea agua del tejado", null, TestReader.Today));
        Assert.Equal("yes", reading.Fact(Field.Need));
    }

    [Fact]
    public void A_third_language_is_a_folder()
    {
        var reader = TestReader.Load(
        [
            .. TestReader.Files.Where(file => !file.Path.Contains("/other/", StringComparison.Ordinal)),
            new DialogFile("understanding/fr/all.txt", "[words]\nnous, pour, avec\n[intent.greet]\nbonjour\n[size.we]\nnous sommes\n[people]\nsalaries"),
        ]);
        var reading = reader.Read(new ReadRequest("bonjour, nous sommes 12 salariés", null, TestReader.Today));
        Assert.Equal(("fr", "12"), (reading.Language, reading.Fact(Field.CompanySize)));
        Assert.Contains(Intent.Greet, reading.Intents);
    }

    [Fact]
    public void No_pattern_matches_the_empty_message() => Assert.Equal(Reading.Nothing, TestReader.Read(""));
}
