namespace ChatLeads.Host;

/// <summary>Where the database and the signing key lie: readable by the program's user alone.</summary>
public static class DataFolder
{
    /// <summary>The database's file.</summary>
    public static string Database(this ChatLeadsOptions options) => Path.Combine(options.DataDirectory, "chatleads.db");

    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
