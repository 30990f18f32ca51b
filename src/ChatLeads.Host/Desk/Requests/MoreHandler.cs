using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>Goes on where the last list or transcript stopped.</summary>
internal sealed class MoreHandler : DeskHandler<DeskRequest.More>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.More request) => desk.Context.Request switch
    {
        DeskRequest.ListLeads list => LeadListHandler.Page(desk, list.Filter, desk.Context.Seen),
        DeskRequest.ShowTranscript when desk.Context.Lead is { } number && Visible(desk, number) is { } lead =>
            TranscriptHandler.Page(desk, lead, desk.Context.Seen),
        DeskRequest.ShowAudit audit when desk.Staff.Role == Role.Manager => AuditHandler.Page(desk, audit, desk.Context.Seen),
        DeskRequest.ShowUndelivered when desk.Staff.Role == Role.Manager => ShowUndeliveredHandler.Page(desk, desk.Context.Seen),
        _ => desk.Say(ListText.NoMore),
    };

    private static LeadRow? Visible(DeskTurn desk, int number) => desk.Visible.SingleOrDefault(lead => lead.Number == number);
}
