namespace ChatLeads.Host.Tests;

/// <summary>Whatever is wrong, the program ends with a sentence and exit code 1, never with an exception.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("chatleads-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData("--ChatLeads:RetentionDays", "0")]
    [InlineData("--ChatLeads:RetentionDays", "many")]
    [InlineData("--ChatLeads:WebChat:MessagesPerMinute", "many")]
    [InlineData("--ChatLeads:RetentonDays", "30")]
    [InlineData("--ChatLeads:WebChat:AllowedOrigin", "https://example.com")]
    [InlineData("--ChatLeads:Telegram:Tokn", "1:a")]
    [InlineData("--ChatLeads:DialogsDirectory", "/no/such/folder")]
    [InlineData("--ChatLeads:Database", "Hst=localhost")]
    [InlineData("--ChatLeads:Database", "Host=no.such.host.invalid;Timeout=2")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "http://localhost:99999")]
    public async Task With_wrong_settings(params string[] settings) => Assert.Equal(1, await Run(settings));

    [Theory]
    [InlineData("chatleads.db")]
    [InlineData("signing.key")]
    public async Task With_a_damaged_file(string file)
    {
        await File.WriteAllTextAsync(Path.Combine(data, file), string.Concat(Enumerable.Repeat("no such thing ", 1000)), TestContext.Current.CancellationToken);

        Assert.Equal(1, await Run());
    }

    [Fact]
    public async Task On_a_data_directory_that_another_one_uses()
    {
        await using var first = await TestHost.Start();

        Assert.Equal(1, await WebHost.Run(["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", first.Data]));
    }

    private Task<int> Run(params string[] settings) =>
        WebHost.Run([.. settings.Contains("--urls") ? [] : (string[])["--urls", "http://127.0.0.1:0"], "--ChatLeads:DataDirectory", data, .. settings]);
}
