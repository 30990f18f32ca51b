using System.Globalization;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Readers;

/// <summary>The reader with the repository's own lexicons.</summary>
internal static class TestReader
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Lazy<IReadOnlyList<DialogFile>> LazyFiles = new(ReadFiles);
    private static readonly Lazy<Reader> Lazy = new(() => Load(LazyFiles.Value));

    public static IReadOnlyList<DialogFile> Files => LazyFiles.Value;
    public static Reader Instance => Lazy.Value;

    public static Reader Load(IReadOnlyList<DialogFile> files)
    {
        var (reader, errors) = Reader.Load(files);
        Assert.Empty(errors);
        return reader!;
    }

    public static Reading Read(string text, string? asking = null, string region = "ES", string currency = "EUR", string? today = null) =>
        Instance.Read(new ReadRequest(text, asking is null ? null : new Field(asking),
            today is null ? Today : DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), region, currency));

    /// <summary>The value of a field as short text: "12", "10-15", "..5000 EUR month"; null when it was not read.</summary>
    public static string? Fact(this Reading reading, Field field) =>
        reading.Facts.SingleOrDefault(fact => fact.Field == field) is { } fact ? Short(fact.Value) : null;

    public static string Short(FactValue value) => value switch
    {
        TextValue text => text.Text,
        ChoiceValue choice => choice.Id,
        RangeValue range => Range(range.Min, range.Max),
        MoneyValue money => $"{Range(money.Min, money.Max)} {money.Currency} {money.Per.ToString().ToLowerInvariant()}",
        _ => "yes",
    };

    public static string Root { get; } = FindRoot();

    private static string Range(decimal? min, decimal? max) => min == max
        ? Plain(min) : $"{Plain(min)}..{Plain(max)}";

    private static string Plain(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatLeads.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("ChatLeads.sln is in no folder above the tests.");
    }

    private static List<DialogFile> ReadFiles()
    {
        var dialogs = Path.Combine(Root, "dialogs");
        return [.. Directory.EnumerateFiles(Path.Combine(dialogs, "understanding"), "*.txt", SearchOption.AllDirectories)
            .Select(path => new DialogFile(Path.GetRelativePath(dialogs, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }
}
