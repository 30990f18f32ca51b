using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk.Requests;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>The base of changes that only a lead's owner and managers may make.</summary>
internal abstract class ChangeHandler<T> : LeadHandler<T> where T : DeskRequest.ChangeLead
{
    protected abstract DeskResult Change(DeskTurn desk, T request, LeadRow lead);

    protected sealed override DeskResult Do(DeskTurn desk, T request, LeadRow lead) => LeadChanges.MayChange(desk, lead)
        ? Change(desk, request, lead)
        : LeadChanges.Not(lead, desk.Say(ChangeText.NotYours, LeadChanges.Name(lead), ("owner", LeadViews.OwnerOf(desk.Db, lead)!)));
}
