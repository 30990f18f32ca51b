using System.CommandLine;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.CommandLine;

/// <summary>Prints who of the staff read or changed what.</summary>
public static class AuditCommand
{
    public static Command Create()
    {
        var lead = new Option<int?>("--lead") { Description = "Only what is about this lead's number" };
        var database = new StaffDatabase();
        var command = new Command("audit", "Print the audit log as CSV: who read or changed which leads, when, over which channel.") { lead };
        database.AddTo(command);
        command.SetAction(parsed => database.Run(parsed, (db, _) => string.Join('\n', Lines(db, parsed.GetValue(lead)))));
        return command;
    }

    internal static IEnumerable<string> Lines(ChatLeadsDb db, int? lead)
    {
        var rows = db.Audit.AsNoTracking();
        if (lead is { } number)
        {
            var mention = $",{number},";
            rows = rows.Where(row => row.Leads.Contains(mention));
        }
        var names = db.Staff.AsNoTracking().ToDictionary(row => row.Id, row => row.Name);
        return rows.OrderBy(row => row.Id).AsEnumerable()
            .Select(row => string.Join(',', new object?[]
            {
                row.At, names.GetValueOrDefault(row.StaffId, $"{row.StaffId}"), row.Channel, row.Request, row.Leads.Trim(',').Replace(',', ' '), row.Outcome,
            }.Select(ExportCommand.Cell)))
            .Prepend("time,who,channel,request,leads,outcome");
    }
}
