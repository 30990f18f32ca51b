using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.CommandLine;

/// <summary>Writes the stored leads as a table.</summary>
public static partial class ExportCommand
{
    private static readonly (string Name, Func<LeadRow, object?> Value)[] Columns =
    [
        ("number", lead => lead.Number),
        ("name", lead => lead.Name),
        ("company", lead => lead.Company),
        ("email", lead => lead.Email),
        ("phone", lead => lead.Phone),
        ("location", lead => lead.Location),
        ("temperature", lead => lead.Temperature.ToString().ToLowerInvariant()),
        ("score", lead => lead.Score),
        ("stage", lead => lead.Stage.ToString().ToLowerInvariant()),
        ("language", lead => lead.Language),
        ("channel", lead => lead.Channel),
        ("source", lead => lead.Source),
        ("campaign", lead => lead.Campaign),
        ("marketing", lead => lead.Marketing ? "yes" : "no"),
        ("amount", lead => lead.Amount),
        ("currency", lead => lead.Currency),
        ("created", lead => lead.CreatedAt),
        ("hot", lead => lead.HotAt),
        ("last_activity", lead => lead.LastActivityAt),
    ];

    public static Command Create()
    {
        var csv = new Option<bool>("--csv") { Description = "Comma-separated values with a line of headings (the only form)" };
        var data = new Option<string?>("--data") { Description = "The data directory; as in the settings when left out" };
        var file = new Option<FileInfo?>("--out") { Description = "Where to write; standard output when left out" };
        var command = new Command("export", "Write the leads as CSV. Cells that a spreadsheet would take for a formula are made text.") { csv, data, file };
        command.SetAction(parsed => Run(parsed.GetValue(data), parsed.GetValue(file)));
        return command;
    }

    private static int Run(string? directory, FileInfo? file)
    {
        var (options, errors) = StaffDatabase.Options(directory);
        var place = errors.Count == 0 ? options.Place() : null;
        if (place is not { Exists: true })
        {
            Console.Error.WriteLine(place is null ? errors[0] : $"There is no database {place.Name}. Point --data to the data directory.");
            return 1;
        }
        try
        {
            using var db = place.Open();
            var leads = db.Leads.AsNoTracking().OrderBy(lead => lead.Number).ToList();
            db.Audit.Add(Note(leads));
            db.SaveChanges();
            // Spreadsheets know UTF-8 by its mark; a pipe does not want one.
            using var output = file is null ? Console.Out : new StreamWriter(file.FullName, append: false, new UTF8Encoding(true));
            Write(leads, output);
            return 0;
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The leads of {place.Name} cannot be written. {failure.GetBaseException().Message}");
            return 1;
        }
    }

    /// <summary>Nobody of the staff: whoever may run the program on this machine.</summary>
    private static AuditRow Note(List<LeadRow> leads) => new()
    {
        At = TimeProvider.System.GetUtcNow(),
        Channel = "cli",
        Request = "export",
        Leads = leads.Count == 0 ? "" : $",{string.Join(',', leads.Select(lead => lead.Number))},",
        Outcome = $"read {leads.Count}",
    };

    internal static void Write(IEnumerable<LeadRow> leads, TextWriter output)
    {
        output.WriteLine(string.Join(',', Columns.Select(column => column.Name)));
        foreach (var lead in leads)
            output.WriteLine(string.Join(',', Columns.Select(column => Cell(column.Value(lead)))));
    }

    /// <summary>
    /// Where a spreadsheet would begin to calculate: at the start, after blanks, in the full-width forms, too; and after what
    /// some countries' spreadsheets take for the end of a cell.
    /// </summary>
    [GeneratedRegex(@"(?:^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n]))(?=[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]))", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    internal static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        if (value is string)
            text = Formula().Replace(text, "'");
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
