using ChatLeads.Core.Desk;
using ChatLeads.Core.Routing;
using ChatLeads.Core.Scoring;

namespace ChatLeads.Core.Playbooks;

/// <summary>All of <c>dialogs/</c> but <c>understanding/</c>, validated: whoever holds one need not check it again.</summary>
public sealed class Playbook
{
    private Playbook() { }

    public required Firm Firm { get; init; }
    public required FieldSpecs Fields { get; init; }
    public required Texts Texts { get; init; }
    public required NotProspects NotProspects { get; init; }

    /// <summary>"No idea": an answer, but nothing to note.</summary>
    public required Cues Unsure { get; init; }

    /// <summary>"I'll give you no data": a refusal of all that might be asked.</summary>
    public required Cues RefusesAll { get; init; }

    /// <summary>Agrees to being kept, in so many words.</summary>
    public required Cues Agrees { get; init; }

    /// <summary>"But no advertising": news are not offered.</summary>
    public required Cues RefusesNews { get; init; }

    /// <summary>"Nothing in particular": no need.</summary>
    public required Cues Nothing { get; init; }

    public required ScoringRules Scoring { get; init; }
    public required KnowledgeBase Knowledge { get; init; }
    public required DeskTexts Desk { get; init; }
    public required NextSteps NextSteps { get; init; }
    public required RoutingRules Routing { get; init; }

    /// <summary>Reads all files of <c>dialogs/</c>; every error is gathered.</summary>
    public static PlaybookResult Load(IReadOnlyList<DialogFile> files)
    {
        var errors = new List<PlaybookError>();
        var root = Root("playbook.yaml");
        var languages = FirmReader.Languages(root);
        var firm = FirmReader.Read(root, languages);
        var cues = Root("cues.yaml");
        cues.AllowOnly("unsure", "refuses_all", "agrees", "refuses_news", "nothing");
        var playbook = new Playbook
        {
            Firm = firm,
            Fields = FieldSpecs.Read(Root("fields.yaml"), languages),
            Texts = Texts.Read(Root("texts.yaml"), languages),
            NotProspects = NotProspects.Read(Root("not-prospects.yaml"), languages),
            Unsure = Cues.Read(cues.Require("unsure"), languages),
            RefusesAll = Cues.Read(cues.Require("refuses_all"), languages),
            Agrees = Cues.Read(cues.Require("agrees"), languages),
            RefusesNews = Cues.Read(cues.Require("refuses_news"), languages),
            Nothing = Cues.Read(cues.Require("nothing"), languages),
            Scoring = ScoringRules.Load(File("scoring.yaml"), languages, errors),
            Knowledge = KnowledgeBase.Load(files, languages, errors),
            Desk = DeskTexts.Load(File("desk/texts.yaml"), languages, errors),
            NextSteps = NextSteps.Load(File("next-steps.yaml"), languages, errors),
            Routing = RoutingReader.Read(Root("routing.yaml"), languages, firm.Office),
        };
        return new PlaybookResult(errors.Count == 0 ? playbook : null, errors);

        DialogNode Root(string path) => DialogNode.Parse(File(path), errors);

        DialogFile File(string path) =>
            files.FirstOrDefault(file => file.Path == path) ?? Missing(path);

        DialogFile Missing(string path)
        {
            errors.Add(new PlaybookError(path, 0, "The file is missing.", "Restore it from the program's own dialogs/."));
            return new DialogFile(path, "{}");
        }
    }
}

/// <summary>A playbook, or all that is wrong with it.</summary>
public sealed record PlaybookResult(Playbook? Playbook, IReadOnlyList<PlaybookError> Errors);
