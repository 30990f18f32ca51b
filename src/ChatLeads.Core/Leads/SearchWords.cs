using ChatLeads.Core.Desk.Parsing;

namespace ChatLeads.Core.Leads;

/// <summary>Words as a search compares them: without case, accents and punctuation.</summary>
public static class SearchWords
{
    /// <summary><c>Clínica Albor, S.L.</c> becomes <c>clinica albor s l</c>.</summary>
    public static string Fold(string? text) =>
        string.Join(' ', Of(text));

    public static IReadOnlyList<string> Of(string? text) =>
        [.. new string([.. Folding.Fold(text ?? "").Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
