using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk.Requests;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>The first takes it; the second is told who was first.</summary>
internal sealed class ClaimHandler : LeadHandler<DeskRequest.Claim>
{
    /// <summary>Whoever claims a lead that another has is told who: for that it need not be theirs to see.</summary>
    protected override bool OfAnybody => true;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.Claim request, LeadRow lead)
    {
        if (lead.OwnerId == desk.Staff.Id)
            return LeadChanges.Not(lead, desk.Say(ChangeText.YoursAlready, LeadChanges.Name(lead)));
        if (lead.OwnerId is not null)
            return LeadChanges.Not(lead, desk.Say(ChangeText.ClaimedByOther,
                ("owner", LeadViews.OwnerOf(desk.Db, lead)!), LeadChanges.Name(lead), ("time", desk.TimeOfDay(lead.ClaimedAt ?? lead.CreatedAt))));
        LeadChanges.Give(desk, lead, desk.Staff, ChangeKind.Claimed);
        return LeadChanges.Done(desk, lead, desk.Words(ChangeText.Claimed, LeadChanges.Name(lead)), $"owner>{desk.Staff.Id}");
    }
}
