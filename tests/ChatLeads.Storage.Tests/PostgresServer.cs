using System.Diagnostics;

[assembly: AssemblyFixture(typeof(ChatLeads.Storage.Tests.PostgresServer))]

namespace ChatLeads.Storage.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary directory and reached by a socket there: no port, no network. Where
/// none is installed, tests that need it are skipped; in CI they fail.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly Lock starting = new();
    private DirectoryInfo? directory;

    /// <summary>The connection string of a database that is not there yet.</summary>
    public string NewDatabase()
    {
        lock (starting)
            directory ??= Start();
        return $"Host={directory.FullName};Username=postgres;Database=test_{Guid.NewGuid():N};Pooling=false";
    }

    public ValueTask DisposeAsync()
    {
        if (directory is not null)
        {
            Run("pg_ctl", "stop", "-D", Data(directory), "-m", "immediate", "-w");
            directory.Delete(recursive: true);
        }
        return ValueTask.CompletedTask;
    }

    private static DirectoryInfo Start()
    {
        if (Binaries is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "PostgreSQL is not installed here.");
            Assert.Fail("PostgreSQL is not installed: .ci/run should have seen to it.");
        }
        var directory = Directory.CreateTempSubdirectory("clpg-"); // A socket's path may not be long.
        if (IsRoot)
            Process.Start("chown", ["postgres", directory.FullName]).WaitForExit();
        Run("initdb", "-D", Data(directory), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Run("pg_ctl", "start", "-D", Data(directory), "-w", "-t", "120", "-l", Path.Combine(directory.FullName, "log"),
            "-o", $"-c listen_addresses='' -c unix_socket_directories='{directory.FullName}' -c fsync=off -c full_page_writes=off");
        return directory;
    }

    private static string Data(DirectoryInfo directory) => Path.Combine(directory.FullName, "data");

    /// <summary>The newest that is installed: on the path, or where Debian puts it.</summary>
    private static string? Binaries { get; } = Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static IEnumerable<string> Folders()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        const string debian = "/usr/lib/postgresql";
        return Directory.Exists(debian)
            ? path.Concat(Directory.GetDirectories(debian).OrderByDescending(folder => folder.Length).ThenByDescending(folder => folder).Select(folder => Path.Combine(folder, "bin")))
            : path;
    }

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>PostgreSQL refuses to run as root: then as its own user.</summary>
    private static void Run(string program, params string[] arguments)
    {
        var file = Path.Combine(Binaries!, program);
        var start = IsRoot ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", file, .. arguments]) : new ProcessStartInfo(file, arguments);
        (start.WorkingDirectory, start.RedirectStandardOutput) = ("/", true);
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd(); // The server's own output goes to its log: it holds no pipe open.
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }
}
