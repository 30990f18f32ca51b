using ChatLeads.Core.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>The base of requests about one lead: finds which, or asks and goes on once it is known.</summary>
internal abstract class LeadHandler<T> : DeskHandler<T> where T : DeskRequest.AboutLead
{
    /// <summary>Also where the lead is another rep's.</summary>
    protected virtual bool OfAnybody => false;

    protected abstract DeskResult Do(DeskTurn desk, T request, LeadRow lead);

    protected sealed override DeskResult Do(DeskTurn desk, T request)
    {
        if ((request.Lead ?? (desk.Context.Lead is { } spokenOf ? LeadRef.Of(spokenOf) : null)) is not { } named)
            return LeadChoices.Ask(desk, request, DeskAnswer.WhichLead, "", Shown(desk));
        var leads = Named(desk, named);
        if (leads is not [var lead])
            return leads.Count == 0
                ? desk.Say(DeskAnswer.NoSuchLead, ("lead", named.Name ?? $"{named.Number}"))
                : LeadChoices.Ask(desk, request, DeskAnswer.SeveralLeads, named.Name!, leads);
        var result = Do(desk, (T)(request with { Lead = LeadRef.Of(lead.Number) }), lead);
        return result with { After = (result.After ?? desk.Context) with { Lead = lead.Number } };
    }

    private static List<LeadRow> Shown(DeskTurn desk)
    {
        var numbers = (desk.Context.Shown ?? []).Select(lead => lead.Number).ToList();
        return [.. desk.Visible.Where(lead => numbers.Contains(lead.Number)).ToList().OrderBy(lead => numbers.IndexOf(lead.Number))];
    }

    /// <summary>Of several, the one whose whole name was said; then all.</summary>
    private List<LeadRow> Named(DeskTurn desk, LeadRef named)
    {
        var leads = OfAnybody ? desk.Db.Leads : desk.Visible;
        if (named.Number is { } number)
            return [.. leads.Where(lead => lead.Number == number)];
        // The newest: of twelve thousand with one name, the database then reads no more than are shown.
        var found = leads.Named(desk.Db, named.Name!).OrderByDescending(lead => lead.Number).Take(LeadChoices.Most)
            .AsEnumerable().OrderByDescending(lead => lead.LastActivityAt).ThenBy(lead => lead.Number).ToList();
        var said = Core.Leads.SearchWords.Fold(named.Name);
        var exact = found.FindAll(lead => Core.Leads.SearchWords.Fold(lead.Name) == said);
        return exact is [_] && said.Contains(' ') ? exact : found;
    }
}
