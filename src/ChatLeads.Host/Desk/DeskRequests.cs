using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>Carries out what staff ask for. A request that changes something is confirmed with what was changed.</summary>
internal static class DeskRequests
{
    private const int UsualList = 10;
    private const int MostChoices = 5;

    /// <returns>The answer, and what the talk is about after it.</returns>
    public static (IReadOnlyList<Reply> Replies, DeskContext After) Do(DeskTurn desk, DeskRequest request, DeskContext context) => request switch
    {
        DeskRequest.Help => ([desk.Say(DeskAnswer.Help)], context),
        DeskRequest.ListLeads list => List(desk, list.Filter, context),
        DeskRequest.AboutLead about => About(desk, about, context),
        DeskRequest.Unknown => ([desk.Say(DeskAnswer.Unknown, ("help", desk.Words(DeskAnswer.Help)))], context),
        _ => ([desk.Say(DeskAnswer.NotYet, ("help", desk.Words(DeskAnswer.Help)))], context),
    };

    private static (IReadOnlyList<Reply>, DeskContext) List(DeskTurn desk, LeadFilter filter, DeskContext context)
    {
        var found = LeadSearch.Find(desk.Db, desk.Staff, filter, desk.Dialogs.Playbook.Firm.Office);
        var count = found.Count();
        if (count == 0)
            return ([desk.Say(DeskAnswer.NoLeads)], context);
        var leads = found.Include(lead => lead.Facts).Take(filter.Limit ?? UsualList).ToList();
        var lines = leads.Select(lead => desk.Cards.Line(LeadViews.View(lead, LeadViews.OwnerOf(desk.Db, lead)), desk.Language, desk.Now));
        var head = desk.Words(DeskAnswer.SomeLeads, ("shown", $"{leads.Count}"), ("count", $"{count}"));
        var reply = new Reply(string.Join('\n', lines.Prepend(head)), desk.Language)
        {
            Choices = Choices(desk, leads),
            Leads = [.. leads.Select(lead => lead.Number)],
        };
        return ([reply], context with { Shown = [.. leads.Select(lead => new ShownLead(lead.Number, LeadViews.NameOf(lead)))], Lead = null });
    }

    private static (IReadOnlyList<Reply>, DeskContext) About(DeskTurn desk, DeskRequest.AboutLead request, DeskContext context)
    {
        if ((request.Lead ?? (context.Lead is { } spokenOf ? LeadRef.Of(spokenOf) : null)) is not { } named)
            return ([desk.Say(DeskAnswer.WhichLead)], context);
        var leads = Named(desk, request, named);
        if (leads is [var lead])
            return (Do(desk, request, lead), context with { Lead = lead.Number });
        var told = ("lead", named.Name ?? $"{named.Number}");
        return leads.Count == 0
            ? ([desk.Say(DeskAnswer.NoSuchLead, told)], context)
            : ([desk.Say(DeskAnswer.SeveralLeads, told) with { Choices = Choices(desk, leads), Leads = [.. leads.Select(row => row.Number)] }], context);
    }

    private static IReadOnlyList<Reply> Do(DeskTurn desk, DeskRequest.AboutLead request, LeadRow lead) => request switch
    {
        DeskRequest.ShowLead => [desk.Cards.Sheet(LeadViews.Load(desk.Db, lead.Number)!, desk.Language, desk.Now)],
        DeskRequest.ShowNextStep => [desk.Cards.Alert(LeadViews.Load(desk.Db, lead.Number)!, desk.Language)],
        DeskRequest.ShowTranscript => [LeadTranscript.Of(desk, lead)],
        DeskRequest.Claim => [LeadChanges.Claim(desk, lead)],
        DeskRequest.Assign assign => [LeadChanges.Assign(desk, lead, assign.To)],
        DeskRequest.SetStage stage => [LeadChanges.SetStage(desk, lead, stage)],
        _ => [desk.Say(DeskAnswer.NotYet, ("help", desk.Words(DeskAnswer.Help)))],
    };

    /// <summary>Whoever claims a lead that another has is told who: for that it need not be theirs to see.</summary>
    private static List<LeadRow> Named(DeskTurn desk, DeskRequest request, LeadRef named)
    {
        var leads = request is DeskRequest.Claim ? desk.Db.Leads : desk.Db.Leads.VisibleTo(desk.Staff);
        return named.Number is { } number
            ? [.. leads.Where(lead => lead.Number == number)]
            : [.. LeadSearch.Named(leads, named.Name!).OrderByDescending(lead => lead.LastActivityAt).Take(MostChoices)];
    }

    private static IReadOnlyList<Choice> Choices(DeskTurn desk, IReadOnlyList<LeadRow> leads) =>
        [.. leads.Take(MostChoices).Select(lead => new Choice(desk.Words(DeskAnswer.Show, ("number", $"{lead.Number}")), $"/lead {lead.Number}"))];
}
