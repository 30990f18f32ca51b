using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host;

/// <summary>What <c>dialogs/</c> says, loaded and checked.</summary>
public sealed record Dialogs(Playbook Playbook, Reader Reader)
{
    /// <exception cref="StartupException">Something is wrong in the folder: every error with file and line.</exception>
    public static Dialogs Load(ChatLeadsOptions options)
    {
        IReadOnlyList<DialogFile> files;
        try
        {
            files = DialogFolder.Read(options.DialogsDirectory ?? DialogFolder.Default);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new StartupException([missing.Message]);
        }
        var reader = Reader.Load(files);
        var playbook = Playbook.Load(files);
        var errors = playbook.Errors.Concat(reader.Errors).Select(error => error.ToString()).ToList();
        return errors.Count == 0 ? new Dialogs(playbook.Playbook!, reader.Reader!) : throw new StartupException(errors);
    }
}

/// <summary>The dialogs in use: a reload puts others in their place between two turns.</summary>
public sealed class CurrentDialogs(Dialogs first)
{
    private volatile Dialogs current = first;

    public Dialogs Now => current;

    public void Replace(Dialogs next) => current = next;
}
