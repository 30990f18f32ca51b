using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

internal sealed class ClaimHandler : LeadHandler<DeskRequest.Claim>
{
    /// <summary>Whoever claims a lead that another has is told who: for that it need not be theirs to see.</summary>
    protected override bool OfAnybody => true;

    protected override Reply Do(DeskTurn desk, DeskRequest.Claim request, LeadRow lead) => LeadChanges.Claim(desk, lead);
}
