using ChatLeads.Core.Desk;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Host.Desk;

/// <summary>How staff are understood and answered.</summary>
public sealed record DeskDialogs(DeskParser Parser, DeskAnswers Answers, LeadCard Cards)
{
    /// <summary>What is wrong is added to <paramref name="errors"/>; the result is then null.</summary>
    public static DeskDialogs? Load(IReadOnlyList<DialogFile> files, Playbook? playbook, List<PlaybookError> errors)
    {
        var parser = DeskParser.Load(files);
        errors.AddRange(parser.Errors);
        const string path = "desk/answers.yaml";
        if (files.FirstOrDefault(file => file.Path == path) is not { } file)
            errors.Add(new PlaybookError(path, 0, "The file is missing.", "Restore it from the program's own dialogs/."));
        else if (playbook is not null && DeskAnswers.Load(file, playbook.Firm.Languages, errors) is var answers && errors.Count == 0)
            return new DeskDialogs(parser.Parser!, answers, new LeadCard(playbook.Desk, playbook.NextSteps, playbook.Firm.Office.Zone));
        return null;
    }
}
