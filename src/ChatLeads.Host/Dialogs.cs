using ChatLeads.Channels.Telegram;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;
using ChatLeads.Host.Desk;

namespace ChatLeads.Host;

/// <summary>What <c>dialogs/</c> says, loaded and checked.</summary>
public sealed record Dialogs(Playbook Playbook, Reader Reader)
{
    public required DeskDialogs Desk { get; init; }
    public required TelegramWords Telegram { get; init; }

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
        var (dialogs, errors) = Read(files);
        return dialogs ?? throw new StartupException([.. errors.Select(error => error.ToString())]);
    }

    /// <summary>The dialogs, or all that is wrong with them.</summary>
    public static (Dialogs? Dialogs, IReadOnlyList<PlaybookError> Errors) Read(IReadOnlyList<DialogFile> files)
    {
        var reading = Task.Run(() => Reader.Load(files)); // The lexicons take as long as all the rest.
        var (playbook, telegram) = (Playbook.Load(files), TelegramWords.Load(files));
        List<PlaybookError> errors = [.. playbook.Errors, .. telegram.Errors];
        var desk = DeskDialogs.Load(files, playbook.Playbook, errors);
        var reader = reading.GetAwaiter().GetResult();
        errors.AddRange(reader.Errors);
        return desk is not null && reader.Reader is not null
            ? (new Dialogs(playbook.Playbook!, reader.Reader) { Desk = desk, Telegram = telegram.Words }, errors)
            : (null, errors);
    }
}

/// <summary>The dialogs in use: a reload puts others in their place between two turns.</summary>
public sealed class CurrentDialogs(Dialogs first)
{
    private volatile Dialogs current = first;

    public Dialogs Now => current;

    public void Replace(Dialogs next) => current = next;
}
