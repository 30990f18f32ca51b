using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk;

/// <summary>Notes, in the turn's own transaction, each reading of personal data, each change and each refusal.</summary>
internal static class Audit
{
    public static void Note(DeskTurn desk, DeskRequest request, DeskResult result)
    {
        List<int> leads = [.. result.Replies.SelectMany(reply => reply.Leads).Concat(result.Erased is { } erased ? [erased] : []).Distinct()];
        if (leads.Count == 0 && result.Outcome.Length == 0)
            return;
        desk.Db.Audit.Add(new AuditRow
        {
            At = desk.Now,
            StaffId = desk.Staff.Id,
            Channel = desk.Channel,
            Request = DeskJson.Id(request),
            Leads = leads.Count == 0 ? "" : $",{string.Join(',', leads)},",
            Outcome = result.Outcome,
        });
    }
}
