using System.Text.Json;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk;

/// <summary>What the desk says besides leads' cards. In <c>desk/answers.yaml</c> each stands in snake case.</summary>
public enum DeskAnswer
{
    Welcome,
    Help,
    Unknown,
    NotYet,
    WhichLead,
    NoSuchLead,
    SeveralLeads,
    NoLeads,
    SomeLeads,
    Show,
    Claimed,
    ClaimedByOther,
    Assigned,
    NoSuchPerson,
    ManagersOnly,
    StageSet,
    WantsPerson,
    VisitorWantsPerson,
    Prospect,
    Bot,
}

/// <summary><c>desk/answers.yaml</c>, in every language.</summary>
public sealed class DeskAnswers
{
    private readonly IReadOnlyDictionary<DeskAnswer, Wordings> answers;

    private DeskAnswers(IReadOnlyDictionary<DeskAnswer, Wordings> answers) => this.answers = answers;

    /// <summary>Reads the file; what is wrong is added to <paramref name="errors"/>, and the result is then not to be used.</summary>
    public static DeskAnswers Load(DialogFile file, IReadOnlyCollection<string> languages, ICollection<PlaybookError> errors)
    {
        var root = DialogNode.Parse(file, errors);
        root.AllowOnly([.. Enum.GetValues<DeskAnswer>().Select(Id)]);
        return new DeskAnswers(Enum.GetValues<DeskAnswer>().ToDictionary(
            answer => answer, answer => Wordings.Read(root.Require(Id(answer)), languages, Values(answer))));
    }

    public string Say(DeskAnswer answer, string language, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in values)
            all[name] = value;
        return Wordings.Fill(answers[answer].In(language, 0), all);
    }

    private static string Id(DeskAnswer answer) => JsonNamingPolicy.SnakeCaseLower.ConvertName(answer.ToString());

    private static string[] Values(DeskAnswer answer) => answer switch
    {
        DeskAnswer.Welcome => ["name"],
        DeskAnswer.Unknown or DeskAnswer.NotYet => ["help"],
        DeskAnswer.NoSuchLead or DeskAnswer.SeveralLeads or DeskAnswer.Claimed or DeskAnswer.WantsPerson => ["lead"],
        DeskAnswer.SomeLeads => ["shown", "count"],
        DeskAnswer.Show => ["number"],
        DeskAnswer.ClaimedByOther => ["owner", "lead", "time"],
        DeskAnswer.Assigned => ["lead", "owner"],
        DeskAnswer.NoSuchPerson => ["person"],
        DeskAnswer.StageSet => ["lead", "from", "to"],
        _ => [],
    };
}
