using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using ChatLeads.Channels.Teams;

namespace ChatLeads.Host.Tests;

/// <summary>The app package, by the rules that Microsoft documents for the manifest.</summary>
public sealed class TeamsPackageTests
{
    private const string AppId = "6e0ff0f1-1234-4abc-8def-0123456789ab";
    private static readonly Uri Site = new("https://firm.example/");

    [Fact]
    public void It_holds_a_manifest_that_names_what_is_in_it()
    {
        using var zip = Package("Clínica \"Albor\" {terms}");
        using var manifest = Json(zip, "manifest.json");
        var root = manifest.RootElement;

        Assert.Equal($"https://developer.microsoft.com/json-schemas/teams/v{Text(root, "manifestVersion")}/MicrosoftTeams.schema.json", Text(root, "$schema"));
        Assert.Equal((AppId, AppId), (Text(root, "id"), Text(root.GetProperty("bots")[0], "botId")));
        Assert.Equal("Clínica \"Albor\" {terms}", Text(root.GetProperty("name"), "short"));
        Assert.InRange(Text(root.GetProperty("description"), "short").Length, 1, 80);
        Assert.InRange(Text(root.GetProperty("name"), "full").Length, 1, 100);
        Assert.Equal("https://firm.example/terms", Text(root.GetProperty("developer"), "termsOfUseUrl"));
        Assert.Equal(
            ["color.png", "es.json", "manifest.json", "outline.png"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal("es.json", Text(root.GetProperty("localizationInfo").GetProperty("additionalLanguages")[0], "file"));
        Assert.DoesNotContain("{app_id}", root.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Its_icons_have_the_sizes_that_Teams_wants(string name, int size)
    {
        using var zip = Package("Firm");
        using var icon = zip.GetEntry(name)!.Open();
        var header = new byte[24];
        icon.ReadExactly(header);

        Assert.Equal([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], header[..8]);
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20))));
    }

    [Theory]
    [InlineData("", "Firm", "https://firm.example/", "application id")]
    [InlineData("my-bot", "Firm", "https://firm.example/", "my-bot")]
    [InlineData(AppId, "A name that is rather longer than thirty", "https://firm.example/", "--name")]
    [InlineData(AppId, "Firm", "http://firm.example/", "https")]
    public void What_Teams_would_refuse_is_told(string appId, string name, string site, string told) =>
        Assert.Contains(told, Assert.Single(new TeamsAppIdentity(appId, name, new Uri(site), new Uri(site), new Uri(site)).Errors()), StringComparison.Ordinal);

    private static ZipArchive Package(string name)
    {
        var stream = new MemoryStream();
        TeamsPackage.Write(stream, Path.Combine(AppContext.BaseDirectory, "appPackage"), new TeamsAppIdentity(AppId, name, Site, new Uri(Site, "privacy"), new Uri(Site, "terms")));
        return new ZipArchive(stream);
    }

    private static JsonDocument Json(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return JsonDocument.Parse(stream);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
