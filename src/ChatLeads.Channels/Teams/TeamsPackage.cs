using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLeads.Channels.Teams;

/// <summary>Whose Teams app it is.</summary>
/// <param name="AppId">The bot's application id.</param>
/// <param name="Name">At most 30 characters.</param>
/// <param name="Website">https.</param>
/// <param name="Privacy">https.</param>
/// <param name="Terms">https.</param>
public sealed record TeamsAppIdentity(string AppId, string Name, Uri Website, Uri Privacy, Uri Terms)
{
    /// <summary>Of <c>name.short</c> in Microsoft's schema.</summary>
    public const int LongestName = 30;

    /// <summary>What Teams would refuse.</summary>
    public IEnumerable<string> Errors()
    {
        if (AppId.Length == 0)
            yield return $"The bot's application id is missing: give it with --app-id, or set {TeamsOptions.Section}:AppId.";
        else if (!Guid.TryParse(AppId, out _))
            yield return $"'{AppId}' is no application id: that is a GUID, such as 6e0ff0f1-1234-4abc-8def-0123456789ab.";
        if (Name.Length is 0 or > LongestName)
            yield return $"The app's name may have 1 to {LongestName} characters; '{Name}' has {Name.Length}. Choose one with --name.";
        foreach (var address in new[] { Website, Privacy, Terms }.Where(address => address.Scheme != Uri.UriSchemeHttps).Distinct())
            yield return $"Teams wants https addresses; this is {address}.";
    }
}

/// <summary>Makes the app package that is uploaded to Teams: a zip with the manifest, its translation and two icons.</summary>
public static class TeamsPackage
{
    private static readonly string[] Texts = ["manifest.json", "es.json"], Icons = ["color.png", "outline.png"];
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">Where the templates and icons lie: <c>appPackage/</c>.</param>
    public static void Write(Stream zip, string folder, TeamsAppIdentity app)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in Texts)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(Filled(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name))), app)!.ToJsonString(Readable));
        }
        foreach (var name in Icons)
            archive.CreateEntryFromFile(Path.Combine(folder, name), name);
    }

    /// <summary>A name may hold any character: it is put in where the JSON has been read.</summary>
    private static JsonNode? Filled(JsonNode? node, TeamsAppIdentity app) => node switch
    {
        JsonObject values => new JsonObject(values.Select(value => KeyValuePair.Create(value.Key, Filled(value.Value, app)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item, app))]),
        JsonValue value when value.TryGetValue<string>(out var text) => text
            .Replace("{app_id}", app.AppId).Replace("{website}", app.Website.AbsoluteUri).Replace("{privacy}", app.Privacy.AbsoluteUri)
            .Replace("{terms}", app.Terms.AbsoluteUri).Replace("{name}", app.Name),
        _ => node?.DeepClone(),
    };
}
