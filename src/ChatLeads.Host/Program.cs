using ChatLeads.Host.CommandLine;

return await Commands.Run(args, async arguments =>
{
    var builder = WebApplication.CreateBuilder(arguments);
    var app = builder.Build();
    app.MapGet("/healthz", () => Results.Text("alive"));
    await app.RunAsync();
    return 0;
});
