using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>The base of requests about one lead: finds which, or asks.</summary>
internal abstract class LeadHandler<T> : DeskHandler<T> where T : DeskRequest.AboutLead
{
    /// <summary>Also where the lead is another rep's.</summary>
    protected virtual bool OfAnybody => false;

    protected abstract Reply Do(DeskTurn desk, T request, LeadRow lead);

    protected sealed override DeskResult Do(DeskTurn desk, T request)
    {
        if ((request.Lead ?? (desk.Context.Lead is { } spokenOf ? LeadRef.Of(spokenOf) : null)) is not { } named)
            return desk.Say(DeskAnswer.WhichLead);
        var leads = Named(desk, named);
        if (leads is [var lead])
            return new DeskResult([Do(desk, request, lead)], desk.Context with { Lead = lead.Number });
        var told = ("lead", named.Name ?? $"{named.Number}");
        return leads.Count == 0
            ? desk.Say(DeskAnswer.NoSuchLead, told)
            : desk.Say(DeskAnswer.SeveralLeads, told) with { Choices = LeadChoices.Show(desk, leads), Leads = [.. leads.Select(row => row.Number)] };
    }

    private List<LeadRow> Named(DeskTurn desk, LeadRef named)
    {
        var leads = OfAnybody ? desk.Db.Leads : desk.Db.Leads.VisibleTo(desk.Staff);
        return named.Number is { } number
            ? [.. leads.Where(lead => lead.Number == number)]
            : [.. LeadSearch.Named(leads, named.Name!).OrderByDescending(lead => lead.LastActivityAt).Take(LeadChoices.Most)];
    }
}
