using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Tests;

/// <summary>The repository's own <c>dialogs/</c>, as the host reads it.</summary>
internal static class DialogsFolder
{
    public static readonly string[] Languages = ["es", "en"];

    private static readonly string Path = Find();

    public static DialogFile File(string path) => new(path, System.IO.File.ReadAllText(System.IO.Path.Combine(Path, path)));

    /// <summary>All files below <paramref name="folder"/>, in a fixed order.</summary>
    public static IReadOnlyList<DialogFile> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Path, folder), "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(File),
    ];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "ChatLeads.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("ChatLeads.sln is in no folder above the tests.");
        return System.IO.Path.Combine(folder.FullName, "dialogs");
    }
}
