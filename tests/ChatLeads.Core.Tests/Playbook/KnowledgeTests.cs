using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;
using CsCheck;

namespace ChatLeads.Core.Tests.Playbooks;

public class KnowledgeTests
{
    private static readonly IReadOnlyList<DialogFile> Shipped = DialogsFolder.Files("knowledge");
    private static readonly KnowledgeBase Base = KnowledgeBase.Load(Shipped, DialogsFolder.Languages, []);

    private static KnowledgeAnswer? Search(string language, string question) => Base.Search(language, question, new HashSet<Intent>());

    private static List<PlaybookError> ErrorsOf(IEnumerable<DialogFile> files)
    {
        var errors = new List<PlaybookError>();
        KnowledgeBase.Load([.. files], DialogsFolder.Languages, errors);
        return errors;
    }

    public static TheoryData<string, string, string> Questions(string file)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Playbook", file)).Where(line => line[0] != '#'))
            data.Add(line[..2], line[3..line.IndexOf(' ', 3)], line[line.IndexOf(' ', 3)..].Trim());
        return data;
    }

    /// <summary>Lines of <c>language article question</c>; <c>-</c> when no article answers.</summary>
    [Theory]
    [MemberData(nameof(Questions), "knowledge-questions.txt")]
    public void A_question_finds_its_article_or_none(string language, string article, string question) =>
        Assert.Equal(article, Search(language, question)?.Id ?? "-");

    [Theory]
    [InlineData("es", "Somos 14 y vamos con prisa. ¿Se integra con Doctoralia? Gracias", "doctoralia")]
    [InlineData("en", "There are 14 of us, it is urgent! does it run on a mac? thanks a lot", "mac")]
    public void A_question_is_found_inside_a_longer_message(string language, string message, string article) =>
        Assert.Equal(article, Search(language, message)?.Id);

    [Theory]
    [InlineData("es", "¿INTEGRACIÓN CON DOCTORÁLIA?")]
    [InlineData("es", "integracion con doctoralia")]
    public void Accents_and_capitals_do_not_matter(string language, string question) =>
        Assert.Equal("doctoralia", Search(language, question)?.Id);

    [Theory]
    [InlineData("es", "cuanto cuesta para una clinica dental", Intent.AskPrice, "price")]
    [InlineData("es", "y eso a cuanto se pone", Intent.AskPrice, "price")]
    [InlineData("en", "could our lettings team see it", Intent.AskDemo, "demo")]
    [InlineData("en", "how much? and is there a free trial", Intent.AskPrice, "trial")]
    [InlineData("en", "do you work with physios?", Intent.AskQuestion, "physios")]
    public void An_intent_answers_when_the_words_tell_only_who_asks(string language, string question, Intent intent, string article) =>
        Assert.Equal(article, Base.Search(language, question, new HashSet<Intent> { intent })?.Id);

    [Theory]
    [InlineData("es", "y qué hacéis con mis datos?", "chat-privacy")]
    [InlineData("es", "y esos datos donde van?", "chat-privacy")]
    [InlineData("es", "cuánto cuesta?", "price")]
    [InlineData("en", "what will you do with my data", "chat-privacy")]
    [InlineData("en", "where does that data go?", "chat-privacy")]
    [InlineData("en", "does it run on a mac?", "mac")]
    public void While_consent_is_asked_questions_about_data_are_about_this_chat(string language, string question, string article) =>
        Assert.Equal(article, Base.Search(language, question, new HashSet<Intent>(), Field.Consent)?.Id);

    [Fact]
    public void Any_text_is_searched_without_fail() => Gen.Select(Gen.OneOf("es", "en"), Gen.String[0, 2000]).Sample((language, question) =>
    {
        var answer = Search(language, question);
        Assert.True(answer is null || answer is { Score: > 0 and <= 1, Text.Length: > 0 and <= 400 });
    });

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("")]
    [InlineData("14")]
    [InlineData("?¿!¡,;.\n")]
    public void Scraps_find_nothing(string question) => Assert.Null(Search("es", question));

    [Fact]
    public void What_ships_has_no_errors() => Assert.Empty(ErrorsOf(Shipped));

    [Fact]
    public void An_article_in_one_language_only_is_an_error()
    {
        var error = Assert.Single(ErrorsOf(Shipped.Where(file => file.Path != "knowledge/en/mac.md")));
        Assert.Equal("knowledge/en/mac.md", error.File);
    }

    [Theory]
    [InlineData("knowledge/es/mac.md", "", "The answer has 0 characters.")]
    [InlineData("knowledge/es/mac.md", "---\ntitle: Mac\nasked: x\n---\nSí.", "`asked` is not known here.")]
    [InlineData("knowledge/es/mac.md", "---\ntitle: [\n---\nSí.", "This is not YAML")]
    [InlineData("knowledge/fr/mac.md", "Oui.", "The article lies in no language's folder.")]
    [InlineData("knowledge/es/words.yaml", "stop_words: [a]\nendings: [s]\nsame: [a b, b c]", "`b` is already in a group.")]
    [InlineData("knowledge/es/words.yaml", "endings: [s]\nsame: []", "`stop_words` is missing.")]
    public void A_slip_is_an_error_that_names_the_file(string path, string text, string message)
    {
        var errors = ErrorsOf(Shipped.Where(file => file.Path != path).Append(new DialogFile(path, text)));
        Assert.Contains(errors, e => e.File == path && e.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_article_too_long_for_a_chat_is_an_error() =>
        Assert.Contains(ErrorsOf([new DialogFile("knowledge/es/x.md", new string('a', 401))]), e => e.Message.Contains("401", StringComparison.Ordinal));
}
