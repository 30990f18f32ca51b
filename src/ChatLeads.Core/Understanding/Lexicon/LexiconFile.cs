using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Understanding;

/// <summary>One line of a lexicon file, and the section that it stands in.</summary>
internal readonly record struct LexiconLine(string Section, string Text, string File, int Number)
{
    /// <summary>The folder under <c>understanding/</c>: a language, <c>shared</c>, or <c>other</c>.</summary>
    public string Folder => File.Split('/') is [.., var folder, _] ? folder : "";

    public PlaybookError Error(string message, string remedy) => new(File, Number, message, remedy);
}

/// <summary>
/// Lexicon files are plain text, so that a thousand names cost no YAML: <c>[section]</c> headings, one entry a line
/// (or several with commas where the section holds words), <c>#</c> starts a comment.
/// </summary>
internal static class LexiconFile
{
    public static IEnumerable<LexiconLine> Lines(DialogFile file, ICollection<PlaybookError> errors)
    {
        var section = "";
        var number = 0;
        using var reader = new StringReader(file.Text);
        while (reader.ReadLine() is { } raw)
        {
            number++;
            var text = WithoutComment(raw);
            if (text.Length == 0)
                continue;
            if (Heading(text) is { } heading)
            {
                if (Sections.Kind(heading) is null)
                    errors.Add(Unknown(file, number, text));
                section = heading;
            }
            else if (section.Length == 0)
                errors.Add(new PlaybookError(file.Path, number, "This line stands in no section.", "Write a heading such as [words] above it."));
            else
                yield return new LexiconLine(section, text, file.Path, number);
        }
    }

    private static PlaybookError Unknown(DialogFile file, int number, string heading) =>
        new(file.Path, number, $"The section {heading} is not known.", $"Known are: {string.Join(", ", Sections.All)}.");

    /// <summary>A line that is one bracketed name, as no pattern is: an optional alone would match nothing.</summary>
    private static string? Heading(string text) =>
        text[0] == '[' && text.IndexOf(']') == text.Length - 1 && !text.Contains(' ') ? text[1..^1] : null;

    private static string WithoutComment(string line)
    {
        var comment = line.StartsWith("# ", StringComparison.Ordinal) || line == "#" ? 0 : line.IndexOf(" # ", StringComparison.Ordinal);
        return (comment < 0 ? line : line[..comment]).Trim();
    }
}
