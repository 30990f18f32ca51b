using System.CommandLine;
using ChatLeads.Storage;

namespace ChatLeads.Host.CommandLine;

/// <summary>Enters what sources cost from a file.</summary>
public static class CostsCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = $"CSV with a line of headings: {string.Join(", ", CostFile.Columns)}. Dates as 2026-10-31; an empty currency is the firm's" };
        var database = new StaffDatabase();
        var import = new Command("import", "Enter costs from a CSV file. The same source, campaign, days and currency have one amount, so the same file may be imported again.") { file };
        database.AddTo(import);
        import.SetAction(parsed => database.Run(parsed, (db, options) => Import(db, parsed.GetValue(file)!, Currency(options))));
        return new Command("costs", "What sources cost.") { import };
    }

    private static string Currency(ChatLeadsOptions options) => Dialogs.Load(options).Playbook.Firm.Currency;

    private static string Import(ChatLeadsDb db, FileInfo file, string currency)
    {
        if (!file.Exists)
            throw new StaffDatabase.Refusal($"There is no file {file.FullName}.");
        using var reader = file.OpenText();
        var (lines, errors) = CostFile.Read(reader, currency);
        if (errors.Count > 0)
            throw new StaffDatabase.Refusal(string.Join(Environment.NewLine, errors.Select(error => $"{file.Name}:{error}").Append("Nothing was entered.")));
        var changed = 0;
        foreach (var line in lines)
        {
            var row = CostStore.Enter(db, line.Cost with { Source = CostStore.SourceOf(db, line.Cost.Source).Source }, Labels.Of(line.Campaign), null, TimeProvider.System.GetUtcNow());
            if (row.Before != row.Amount)
                changed++;
            db.SaveChanges(); // A later line may be about the same.
        }
        return $"{lines.Count} costs read, {changed} new or changed.";
    }
}
