using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk.Requests;

internal sealed class LeadListHandler : DeskHandler<DeskRequest.ListLeads>
{
    private const int UsualList = 10;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.ListLeads request)
    {
        var found = LeadSearch.Find(desk.Db, desk.Staff, request.Filter, desk.Dialogs.Playbook.Firm.Office);
        var count = found.Count();
        if (count == 0)
            return desk.Say(DeskAnswer.NoLeads);
        var leads = found.Include(lead => lead.Facts).Take(request.Filter.Limit ?? UsualList).ToList();
        var lines = leads.Select(lead => desk.Cards.Line(LeadViews.View(lead, LeadViews.OwnerOf(desk.Db, lead)), desk.Language, desk.Now));
        var head = desk.Words(DeskAnswer.SomeLeads, ("shown", $"{leads.Count}"), ("count", $"{count}"));
        var reply = new Reply(string.Join('\n', lines.Prepend(head)), desk.Language)
        {
            Choices = LeadChoices.Show(desk, leads),
            Leads = [.. leads.Select(lead => lead.Number)],
        };
        return new DeskResult([reply], desk.Context with { Shown = [.. leads.Select(lead => new ShownLead(lead.Number, LeadViews.NameOf(lead)))], Lead = null });
    }
}
