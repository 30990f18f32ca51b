using ChatLeads.Core.Playbooks;
using CsCheck;

namespace ChatLeads.Core.Tests.Playbooks;

/// <summary>One mistake at a time in the repository's own files: the error names file and line, and says what to do.</summary>
public class PlaybookErrorsTests
{
    private static readonly IReadOnlyList<DialogFile> Files = DialogsFolder.Files("");

    [Fact]
    public void The_playbook_of_the_repository_has_no_errors() =>
        Assert.Empty(Playbook.Load(Files).Errors);

    [Theory]
    [InlineData("texts.yaml", "  en: \"You're on the list.\"\n", "", "marketing_yes:", 1, "The `en` text is missing.")]
    [InlineData("texts.yaml", "marketing_yes:", "marketing_yess:", "marketing_yess:", 0, "`marketing_yess` is not known here.")]
    [InlineData("texts.yaml", "Apuntado.\"", "Apuntado {nombre}.\"", "Apuntado {nombre}", 0, "`{nombre}` has no value here.")]
    [InlineData("texts.yaml", "Privacy policy ({version}): {policy}\"\nconsent_for_call", "Privacy policy: {policy}\"\nconsent_for_call", "May we keep", 0, "`{version}` is missing in this text.")]
    [InlineData("playbook.yaml", "languages: [es, en]", "languages: [es, fr]", "languages:", 0, "`fr` is not known here.")]
    [InlineData("playbook.yaml", "region: ES", "region: Spain", "region:", 0, "`Spain` is no code of 2 capitals.")]
    [InlineData("playbook.yaml", "Europe/Madrid", "Europe/Zaragoza", "time_zone:", 0, "`Europe/Zaragoza` is no time zone that this machine knows.")]
    [InlineData("playbook.yaml", "\"18:00\"", "\"08:00\"", "office:", 1, "The office closes before it opens.")]
    [InlineData("playbook.yaml", "opens: \"09:00\"", "opens: nine", "opens:", 0, "Expected a time of day.")]
    [InlineData("playbook.yaml", "2026-12-25", "25-12-2026", "holidays:", 0, "Expected a date.")]
    [InlineData("playbook.yaml", "es: https://nimbogestion.example/privacidad", "es: privacidad", "privacidad", 0, "Expected a web address.")]
    [InlineData("playbook.yaml", "idle_minutes: 10", "idle_minutes: 0", "idle_minutes:", 0, "Expected a whole number from 1 to 1440.")]
    [InlineData("playbook.yaml", "ask_marketing: [warm, cold]", "ask_marketing: [tepid]", "ask_marketing:", 0, "`tepid` is not known here.")]
    [InlineData("playbook.yaml", "currency: EUR", "curency: EUR", "curency:", 0, "`curency` is not known here.")]
    [InlineData("fields.yaml", "rep_needs: [name]", "rep_needs: [name, role]", "rep_needs:", 0, "`role` has no question.")]
    [InlineData("fields.yaml", "      quarter:\n", "      soon:\n", "      soon:", 1, "`soon` is no value of `timeline`.")]
    [InlineData("fields.yaml", "  email:\n", "  mail:\n", "ask_first:", 0, "`email` has no question.")]
    [InlineData("fields.yaml", "  name:\n", "  name:\n    colour: red\n", "colour:", 0, "`colour` is not known here.")]
    [InlineData("fields.yaml", "  name:\n", "  consent:\n    noted: { es: a, en: b }\n  name:\n", "    noted: { es: a", 0, "`consent` is no field to fill.")]
    [InlineData("not-prospects.yaml", "customer:\n  answer:", "customer:\n  reply:", "customer:", 1, "`answer` is missing.")]
    [InlineData("cues.yaml", "unsure:", "unsur:", "unsur:", 0, "`unsur` is not known here.")]
    public void A_mistake_is_told_with_its_line(string file, string text, string mistake, string at, int linesBelow, string message)
    {
        var original = Files.Single(candidate => candidate.Path == file).Text;
        var broken = original.Replace(text, mistake, StringComparison.Ordinal);
        Assert.NotEqual(original, broken);

        var result = Load(file, broken);

        Assert.Null(result.Playbook);
        var error = Assert.Single(result.Errors, error => error.Message == message);
        Assert.Equal(file, error.File);
        Assert.Equal(LineOf(broken, at) + linesBelow, error.Line);
        Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once()
    {
        var files = Files.Select(file => file.Path is "texts.yaml" or "fields.yaml" ? file with { Text = "{}" } : file).ToList();

        var errors = Playbook.Load(files).Errors;

        Assert.Contains(errors, error => error.File == "texts.yaml" && error.Message.Contains("disclosure", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.File == "texts.yaml" && error.Message.Contains("goodbye", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.File == "fields.yaml");
    }

    [Theory]
    [InlineData("playbook.yaml")]
    [InlineData("fields.yaml")]
    [InlineData("texts.yaml")]
    [InlineData("cues.yaml")]
    [InlineData("not-prospects.yaml")]
    [InlineData("scoring.yaml")]
    [InlineData("routing.yaml")]
    public void A_missing_file_is_told(string file) =>
        Assert.Contains(
            Playbook.Load([.. Files.Where(candidate => candidate.Path != file)]).Errors,
            error => error.File == file && error.Message == "The file is missing.");

    [Fact]
    public void A_file_that_is_no_yaml_is_told()
    {
        var error = Assert.Single(Load("cues.yaml", "unsure: [a\nrefuses_all: ]").Errors, error => error.Message.StartsWith("This is not YAML", StringComparison.Ordinal));

        Assert.Equal("cues.yaml", error.File);
    }

    [Fact]
    public void Whatever_a_file_holds_it_is_read_or_refused_but_nothing_is_thrown() =>
        Gen.Select(Gen.Int[0, Files.Count - 1], Gen.Int[0, 100_000], Gen.OneOf(":", "[", "]", "{", "\"", "- ", "\n", "? ", "*", "&a ", "#", "\t", "|", "!!x ", "")).Sample((index, place, piece) =>
        {
            var (path, text) = Files[index];
            var at = place % (text.Length + 1);
            var result = Load(path, string.Concat(text.AsSpan(0, at), piece, text.AsSpan(Math.Min(text.Length, at + 1))));
            Assert.Equal(result.Errors.Count == 0, result.Playbook is not null);
        }, iter: 100);

    private static PlaybookResult Load(string path, string text) =>
        Playbook.Load([.. Files.Select(file => file.Path == path ? file with { Text = text } : file)]);

    private static int LineOf(string text, string part) => text[..text.IndexOf(part, StringComparison.OrdinalIgnoreCase)].Count(letter => letter == '\n') + 1;
}
