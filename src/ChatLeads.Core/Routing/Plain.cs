using System.Globalization;
using System.Text;

namespace ChatLeads.Core.Routing;

/// <summary>Text without case and accents: how names and places are compared.</summary>
public static class Plain
{
    public static string Of(string text) => string.Concat(text.Trim().Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Select(char.ToLowerInvariant));

    /// <summary>Compares names as people write them: <c>maría</c> is <c>Maria</c>.</summary>
    public static IEqualityComparer<string> Names { get; } = EqualityComparer<string>.Create(
        (one, other) => one is null ? other is null : other is not null && Of(one) == Of(other),
        name => string.GetHashCode(Of(name), StringComparison.Ordinal));
}
