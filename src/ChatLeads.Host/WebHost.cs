using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host;

/// <summary>The program without a verb: website chat, desk and workers.</summary>
public static class WebHost
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Create(args);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Ready to start. Tests put their own services in <paramref name="with"/>.</summary>
    public static WebApplication Create(string[] args, Action<IServiceCollection>? with = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });
        var options = builder.Configuration.GetSection(ChatLeadsOptions.Section).Get<ChatLeadsOptions>() ?? new ChatLeadsOptions();
        var dialogs = LoadDialogs(options);
        with?.Invoke(builder.Services);
        builder.Services.AddChatLeads(options, dialogs);
        builder.Services.AddWebChat(services => services.GetRequiredService<SigningKey>().Bytes);
        var app = builder.Build();
        app.MapGet("/healthz", () => Results.Text("alive"));
        app.MapWebChat();
        return app;
    }

    private static Dialogs LoadDialogs(ChatLeadsOptions options)
    {
        var files = DialogFolder.Read(options.DialogsDirectory ?? DialogFolder.Default);
        var playbook = Playbook.Load(files);
        var reader = Reader.Load(files);
        return playbook.Playbook is not null && reader.Reader is not null
            ? new Dialogs(playbook.Playbook, reader.Reader)
            : throw new InvalidDataException(string.Join('\n', playbook.Errors.Concat(reader.Errors)));
    }
}
