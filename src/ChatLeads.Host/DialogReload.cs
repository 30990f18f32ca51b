using System.Threading.Channels;

namespace ChatLeads.Host;

/// <summary>Takes over what is changed in <c>dialogs/</c> while the program runs. A folder with errors in it changes nothing.</summary>
internal sealed class DialogReload(CurrentDialogs current, ChatLeadsOptions options, TimeProvider clock, ILogger<DialogReload> log) : BackgroundService
{
    /// <summary>Editors write a file in several steps, and a copied folder comes file by file.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether the folder as it now is was taken over; all that is wrong with it is logged.</summary>
    public bool Reload()
    {
        try
        {
            current.Replace(Dialogs.Load(options));
            log.LogInformation("dialogs/ was reloaded.");
            return true;
        }
        catch (Exception failure) when (failure is StartupException or IOException or UnauthorizedAccessException)
        {
            log.LogError("dialogs/ was changed and has errors; what was loaded before stays in use.\n{Errors}", failure.Message);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = Watch(changes.Writer);
        while (watcher is not null && !stoppingToken.IsCancellationRequested)
        {
            if (!await changes.Reader.WaitToReadAsync(stoppingToken))
                return;
            await Task.Delay(Settling, clock, stoppingToken);
            changes.Reader.TryRead(out _);
            Reload();
        }
    }

    private FileSystemWatcher? Watch(ChannelWriter<bool> changes)
    {
        try
        {
            var watcher = new FileSystemWatcher(options.DialogsDirectory ?? DialogFolder.Default) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => changes.TryWrite(true);
            watcher.Created += (_, _) => changes.TryWrite(true);
            watcher.Deleted += (_, _) => changes.TryWrite(true);
            watcher.Renamed += (_, _) => changes.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException failure)
        {
            log.LogWarning("Changes in dialogs/ need a restart: the system does not tell of them ({Error}).", failure.Message);
            return null;
        }
    }
}
