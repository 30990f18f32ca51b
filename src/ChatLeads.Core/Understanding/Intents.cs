using System.Text.Json;

namespace ChatLeads.Core.Understanding;

/// <summary>Intents and the ids that lexicon files and answers use for them.</summary>
public static class Intents
{
    /// <summary>In the order of <see cref="Intent"/>.</summary>
    public static IReadOnlyList<(string Id, Intent Intent)> All { get; } =
        [.. Enum.GetValues<Intent>().Select(intent => (Id(intent), intent))];

    /// <summary><c>ask_price</c> for <see cref="Intent.AskPrice"/>.</summary>
    public static string Id(Intent intent) => JsonNamingPolicy.SnakeCaseLower.ConvertName(intent.ToString());
}
