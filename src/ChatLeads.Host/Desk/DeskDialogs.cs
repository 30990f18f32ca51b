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
        if (playbook is null)
            return null;
        // The core's phrases by name, the host's as they are marked: to look through the core, too, would load all of its types.
        var answers = DeskAnswers.Load(
            files, [typeof(DeskAnswer), typeof(DeskTopic), typeof(DeskCommand), .. typeof(DeskDialogs).Assembly.GetTypes()], playbook.Firm.Languages, errors);
        return errors.Count > 0 ? null
            : new DeskDialogs(parser.Parser!, answers, new LeadCard(playbook.Desk, playbook.NextSteps, playbook.Firm.Office.Zone));
    }
}
