using ChatLeads.Storage;

namespace ChatLeads.Host;

/// <summary>Where the database and the signing key lie: readable by the program's user alone.</summary>
public static class DataFolder
{
    /// <summary>Where all is kept.</summary>
    public static DatabasePlace Place(this ChatLeadsOptions options) => new(Path.Combine(options.DataDirectory, "chatleads.db"), options.Database);

    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
