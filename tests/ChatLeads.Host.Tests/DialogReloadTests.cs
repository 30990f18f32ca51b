using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLeads.Host.Tests;

public sealed class DialogReloadTests : IDisposable
{
    private readonly ChatLeadsOptions options = new() { DialogsDirectory = Directory.CreateTempSubdirectory("chatleads-").FullName };
    private readonly CurrentDialogs current;
    private readonly DialogReload reload;

    public DialogReloadTests()
    {
        foreach (var file in DialogFolder.Read(DialogFolder.Default))
            Write(file.Path, file.Text);
        current = new CurrentDialogs(Dialogs.Load(options));
        reload = new DialogReload(current, options, TimeProvider.System, NullLogger<DialogReload>.Instance);
    }

    public void Dispose()
    {
        reload.Dispose();
        Directory.Delete(options.DialogsDirectory!, recursive: true);
    }

    [Fact]
    public void A_change_is_taken_over()
    {
        Write("playbook.yaml", Read("playbook.yaml").Replace("Nimbo Gestión", "Nimbus"));

        Assert.True(reload.Reload());
        Assert.Equal("Nimbus", current.Now.Playbook.Firm.Name);
    }

    [Fact]
    public void A_change_with_an_error_leaves_what_was_there_before()
    {
        var before = current.Now;
        Write("playbook.yaml", Read("playbook.yaml").Replace("Nimbo Gestión", "Nimbus") + "\nno_such_key: 1\n");

        Assert.False(reload.Reload());
        Assert.Same(before, current.Now);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(options.DialogsDirectory!, path));

    private void Write(string path, string text)
    {
        var file = Path.Combine(options.DialogsDirectory!, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
