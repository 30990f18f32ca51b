namespace ChatLeads.Core.Playbooks;

/// <summary>All of <c>dialogs/</c> but <c>understanding/</c>, validated: whoever holds one need not check it again.</summary>
public sealed class Playbook
{
}

/// <summary>A playbook, or all that is wrong with it.</summary>
public sealed record PlaybookResult(Playbook? Playbook, IReadOnlyList<PlaybookError> Errors);
