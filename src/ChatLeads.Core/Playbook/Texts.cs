using System.Text.Json;

namespace ChatLeads.Core.Playbooks;

/// <summary><c>texts.yaml</c>: every line in every language.</summary>
public sealed class Texts
{
    private static readonly IReadOnlyDictionary<string, Line> Keys =
        Enum.GetValues<Line>().ToDictionary(line => JsonNamingPolicy.SnakeCaseLower.ConvertName(line.ToString()));

    private readonly IReadOnlyDictionary<Line, Wordings> lines;

    private Texts(IReadOnlyDictionary<Line, Wordings> lines) => this.lines = lines;

    public Wordings this[Line line] => lines[line];

    internal static Texts Read(DialogNode root, IReadOnlyCollection<string> languages)
    {
        root.AllowOnly([.. Keys.Keys]);
        return new Texts(Keys.ToDictionary(
            key => key.Value,
            key => Wordings.Read(root.Require(key.Key), languages, Required(key.Value))));
    }

    /// <summary>What a line would be useless without.</summary>
    private static string[] Required(Line line) => line switch
    {
        Line.Disclosure or Line.DisclosureAgain => ["firm"],
        Line.Consent or Line.ConsentForCall or Line.ConsentForGuide or Line.ConsentAgain or Line.Marketing => ["policy", "version"],
        Line.AcknowledgeFacts or Line.Corrected or Line.ClosingFacts => ["facts"],
        Line.ClosingHot or Line.ClosingWarm or Line.ClosingCold or Line.ClosingGuide or Line.PersonComing => ["when"],
        Line.Person or Line.ConsentRefused or Line.Unreachable => ["phone", "hours"],
        Line.PersonHere or Line.BotBack => ["rep"],
        Line.WhenToday or Line.WhenTomorrow => ["time"],
        Line.WhenDay => ["day", "time"],
        Line.AndBetween => ["first", "last"],
        Line.RangeBetween => ["min", "max"],
        Line.RangeFrom => ["min"],
        Line.RangeUpTo => ["max"],
        Line.PerOnce or Line.PerMonth or Line.PerYear => ["amount"],
        _ => [],
    };
}
