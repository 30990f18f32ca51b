using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Playbooks;

/// <summary><c>playbook.yaml</c>: whose bot this is, and how it behaves.</summary>
/// <param name="Languages">The first is spoken when nothing tells.</param>
/// <param name="Region">ISO 3166 country for phones without a country code.</param>
/// <param name="Currency">ISO 4217, for an amount that names none.</param>
/// <param name="Idle">After this long a person counts as silent.</param>
public sealed record Firm(
    string Name,
    IReadOnlyList<string> Languages,
    string Region,
    string Currency,
    string Phone,
    IReadOnlyDictionary<string, string> Hours,
    OfficeHours Office,
    Policy Policy,
    IReadOnlyDictionary<string, string> Guide,
    TimeSpan Idle,
    Limits Limits,
    IReadOnlyDictionary<Temperature, TimeSpan> AnswerWithin,
    IReadOnlySet<Temperature> MarketingFor,
    IReadOnlySet<Temperature> MqlFor)
{
    /// <summary>A value that every text may hold; null when <paramref name="name"/> is none.</summary>
    public string? Value(string name, string language) => name switch
    {
        "firm" => Name,
        "phone" => Phone,
        "hours" => Hours[language],
        "policy" => Policy.Url[language].ToString(),
        "version" => Policy.Version,
        "guide" => Guide[language],
        _ => null,
    };
}

/// <summary>The privacy policy that consent refers to.</summary>
public sealed record Policy(string Version, IReadOnlyDictionary<string, Uri> Url);

/// <summary>How much the bot asks at most.</summary>
/// <param name="Questions">To qualify, in one conversation.</param>
/// <param name="WhenLooking">Of all kinds, to somebody who only looks.</param>
/// <param name="Refusals">After so many declined fields it qualifies no further.</param>
public sealed record Limits(int Questions, int WhenLooking, int Refusals);
