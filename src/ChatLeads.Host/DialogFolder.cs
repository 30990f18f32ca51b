using ChatLeads.Core.Playbooks;

namespace ChatLeads.Host;

/// <summary>Reads <c>dialogs/</c> from disk, for Core that reads none.</summary>
public static class DialogFolder
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".yaml", ".yml", ".txt", ".md", ".csv", ".json", ".jsonl" };

    /// <summary>Where <c>dialogs/</c> lies when no setting points elsewhere: beside the program.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "dialogs");

    /// <summary>All text files under <paramref name="path"/>, sorted by their path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<DialogFile> Read(string path)
    {
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(path)}. Point ChatLeads:DialogsDirectory to dialogs/.");
        return [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file)))
            .Select(file => new DialogFile(Path.GetRelativePath(path, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
