using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host;

/// <summary>What <c>dialogs/</c> says, loaded and checked.</summary>
public sealed record Dialogs(Playbook Playbook, Reader Reader);

/// <summary>The dialogs in use: a reload puts others in their place between two turns.</summary>
public sealed class CurrentDialogs(Dialogs first)
{
    private volatile Dialogs current = first;

    public Dialogs Now => current;

    public void Replace(Dialogs next) => current = next;
}
