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

    [Theory]
    [InlineData("gotea", "gotea")]
    [InlineData("gotea mucho", "gotea mucho")]
    [InlineData("gotea mucho hoy", "gotea mucho hoy")]
    [InlineData("gotea hoy", "gotea")]
    public void A_pattern_is_one_cue_by_its_longest_way(string text, string expected)
    {
        const string pattern = "(gotea|gotea [bastante|mucho [hoy]])";
        var reader = TestReader.Load([.. TestReader.Files, new DialogFile("understanding/es/mine.txt", "[need.problem]\n" + pattern)]);
        var cue = Assert.Single(reader.Explain(new ReadRequest(text, null, TestReader.Today)).Cues, cue => cue.Pattern == pattern);
        Assert.Equal(expected, cue.Text);
    }

    [Theory]
    [InlineData("programa")]
    [InlineData("progarma")]
    [InlineData("progrrama")]
    [InlineData("progrma")]
    [InlineData("porgrama")]
    [InlineData("prograam")]
    public void One_slip_in_a_longer_word_is_mended(string word)
    {
        var reader = TestReader.Load([new DialogFile("understanding/es/mine.txt", "[need.problem]\nprograma")]);
        Assert.Equal("yes", reader.Read(new ReadRequest(word, null, TestReader.Today)).Fact(Field.Need));
    }

    [Theory]
    [InlineData("soy Ana Ruiz")]
    [InlineData("👍👍 soy Ana Ruiz")]
    [InlineData("ﬁn ½ … soy Ana Ruiz")]
    [InlineData("1º, \u200Bsoy Ana Ruiz")]
    public void A_fact_says_where_the_original_states_it(string text)
    {
        var name = TestReader.Read(text).Facts.Single(fact => fact.Field == Field.Name);
        Assert.Equal("Ana Ruiz", text.Substring(name.Start, name.Length));
    }

    [Theory]
    [InlineData("soy Ana Ruiz, de Talleres Ruiz, somos 12 y tenemos hasta 5.000 € al año")]
    [InlineData("just looking, but how much is it for 20 users?")]
    [InlineData("")]
    public void An_explanation_is_of_the_same_reading(string text)
    {
        var request = new ReadRequest(text, null, TestReader.Today);
        var (reading, explained) = (TestReader.Instance.Read(request), TestReader.Instance.Explain(request).Reading);
        Assert.Equal(reading.Language, explained.Language);
        Assert.Equal(reading.Intents.Order(), explained.Intents.Order());
        Assert.Equal(reading.Facts, explained.Facts);
    }

    [Fact]
    public void No_pattern_matches_the_empty_message() => Assert.Equal(Reading.Nothing, TestReader.Read(""));
}
