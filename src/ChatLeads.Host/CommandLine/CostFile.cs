using System.Globalization;
using ChatLeads.Core.Funnels;

namespace ChatLeads.Host.CommandLine;

/// <summary>A line of a file of costs.</summary>
/// <param name="Campaign">Null when it is for the whole source.</param>
internal sealed record CostLine(Cost Cost, string? Campaign);

/// <summary>Reads costs from CSV; what is wrong is told by its line.</summary>
internal static class CostFile
{
    public static readonly IReadOnlyList<string> Columns = ["source", "campaign", "from", "to", "amount", "currency"];

    private static readonly string[] MayBeMissing = ["campaign", "currency"];

    /// <returns>The lines, and an error as <c>3: what is wrong</c> for each that cannot be used.</returns>
    public static (IReadOnlyList<CostLine> Lines, IReadOnlyList<string> Errors) Read(TextReader file, string currency)
    {
        var (lines, errors) = (new List<CostLine>(), new List<string>());
        var headings = Cells(file.ReadLine() ?? "").ConvertAll(name => name.Trim('\uFEFF', ' ').ToLowerInvariant());
        if (headings.Except(Columns).Any() || Columns.Except(headings).Except(MayBeMissing).Any())
            return ([], [$"1: the headings must be {string.Join(", ", Columns)}; {string.Join(" and ", MayBeMissing)} may be left out."]);
        for (var number = 2; file.ReadLine() is { } text; number++)
        {
            try
            {
                if (!string.IsNullOrWhiteSpace(text))
                    lines.Add(Line(headings, Cells(text), currency));
            }
            catch (FormatException wrong)
            {
                errors.Add($"{number}: {wrong.Message}");
            }
        }
        return (lines, errors);
    }

    private static CostLine Line(List<string> headings, List<string> cells, string currency)
    {
        if (cells.Count != headings.Count)
            throw new FormatException($"there are {cells.Count} cells and {headings.Count} headings.");
        var period = new Period(Date("from"), Date("to"));
        if (period.Days < 1)
            throw new FormatException("`to` is before `from`.");
        var code = Cell("currency") is { Length: > 0 } said ? said.ToUpperInvariant() : currency;
        if (code.Length != 3 || !code.All(char.IsAsciiLetter))
            throw new FormatException($"`{code}` is no currency: write its three letters, such as EUR.");
        if (!decimal.TryParse(Cell("amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount <= 0)
            throw new FormatException($"`{Cell("amount")}` is no amount above zero, such as 1250.50.");
        if (Cell("source").Length == 0)
            throw new FormatException("the source is missing.");
        return new CostLine(new Cost(Cell("source"), amount, code, period), Cell("campaign") is { Length: > 0 } campaign ? campaign : null);

        string Cell(string name) => headings.IndexOf(name) is >= 0 and var at ? cells[at].Trim() : "";

        DateOnly Date(string name) => DateOnly.TryParseExact(Cell(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"`{Cell(name)}` is no date: write `{name}` as 2026-10-31.");
    }

    /// <summary>A line's cells; one in quotes may hold commas, and quotes doubled.</summary>
    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
                cell.Append(line[at++]);
            else if (line[at] == '"')
                quoted = !quoted;
            else if (line[at] == ',' && !quoted)
                End();
            else
                cell.Append(line[at]);
        End();
        return cells;

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
