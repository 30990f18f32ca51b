namespace ChatLeads.Core.Leads;

/// <summary>A name or place as it is shown: facts keep it as it was written, which in a chat is often without capitals.</summary>
public static class ProperName
{
    /// <summary><c>las palmas de gran canaria</c> becomes <c>Las Palmas de Gran Canaria</c>; what has a capital already stays.</summary>
    public static string Of(string written) => written.Any(char.IsUpper)
        ? written
        : string.Join(' ', written.Split(' ').Select((word, index) => index == 0 || word.Length > 3 ? Capital(word) : word));

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
