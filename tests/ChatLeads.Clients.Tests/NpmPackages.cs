using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace ChatLeads.Clients.Tests;

/// <summary>The packages of package.json, installed when they are not there yet.</summary>
internal static class NpmPackages
{
    private static readonly Lazy<string?> Problem = new(Install);

    /// <summary>Where package.json lies.</summary>
    public static string Folder { get; } = typeof(NpmPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ProjectDirectory").Value!;

    /// <summary>The path of a file in node_modules; skips the test where Node or npm is missing.</summary>
    public static string File(string path)
    {
        if (Problem.Value is { } problem) Missing.Skip(problem);
        return Path.Combine(Folder, "node_modules", path);
    }

    private static string? Install()
    {
        try
        {
            if (Run("node", "--version") != 0) return "Node does not run";
            if (IsComplete()) return null;
            return Run("npm", "ci", "--loglevel=error") == 0 ? null : "npm ci failed in " + Folder;
        }
        catch (Win32Exception)
        {
            return "Node and npm are not installed";
        }
    }

    /// <summary>Each package of package.json lies there in its version.</summary>
    private static bool IsComplete() =>
        Json(Path.Combine(Folder, "package.json")).GetProperty("dependencies").EnumerateObject().All(wanted =>
            Path.Combine(Folder, "node_modules", wanted.Name, "package.json") is var installed
            && System.IO.File.Exists(installed)
            && Json(installed).GetProperty("version").GetString() == wanted.Value.GetString());

    private static JsonElement Json(string path) => JsonDocument.Parse(System.IO.File.ReadAllText(path)).RootElement;

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder })!;
        process.WaitForExit(TimeSpan.FromMinutes(10));
        return process.HasExited ? process.ExitCode : -1;
    }
}
