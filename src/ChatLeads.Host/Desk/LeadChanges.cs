using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk;

/// <summary>What staff may change of a lead.</summary>
internal static class LeadChanges
{
    /// <summary>The first takes it; the second is told who was first.</summary>
    public static Reply Claim(DeskTurn desk, LeadRow lead)
    {
        if (lead.OwnerId is { } owner && owner != desk.Staff.Id)
            return About(lead, desk.Say(
                DeskAnswer.ClaimedByOther, ("owner", LeadViews.OwnerOf(desk.Db, lead)!), Name(lead), ("time", desk.TimeOfDay(lead.ClaimedAt ?? lead.CreatedAt))));
        Give(lead, desk.Staff, desk.Now);
        return About(lead, desk.Say(DeskAnswer.Claimed, Name(lead)));
    }

    public static Reply Assign(DeskTurn desk, LeadRow lead, string to)
    {
        var person = to == LeadFilter.Me
            ? desk.Staff
            : desk.People.All.FirstOrDefault(person => person.Name.StartsWith(to, StringComparison.CurrentCultureIgnoreCase));
        if (person is null)
            return desk.Say(DeskAnswer.NoSuchPerson, ("person", to));
        if (desk.Staff.Role != Role.Manager && lead.OwnerId is { } owner && owner != desk.Staff.Id)
            return desk.Say(DeskAnswer.ManagersOnly);
        Give(lead, person, desk.Now);
        return About(lead, desk.Say(DeskAnswer.Assigned, Name(lead), ("owner", person.Name)));
    }

    public static Reply SetStage(DeskTurn desk, LeadRow lead, DeskRequest.SetStage request)
    {
        var from = lead.Stage;
        lead.Move(request.To, desk.Now, DateOnly.FromDateTime(desk.Local(desk.Now).DateTime), $"{desk.Staff.Id}", request.Reason ?? "");
        if (request.Amount is { } amount)
            (lead.Amount, lead.Currency) = (amount, request.Currency ?? desk.Dialogs.Playbook.Firm.Currency);
        return About(lead, desk.Say(DeskAnswer.StageSet, Name(lead), ("from", Stage(desk, from)), ("to", Stage(desk, request.To))));
    }

    private static void Give(LeadRow lead, Staff person, DateTimeOffset now)
    {
        if (lead.OwnerId != person.Id)
            (lead.OwnerId, lead.ClaimedAt) = (person.Id, now);
    }

    private static string Stage(DeskTurn desk, Stage stage) => desk.Cards.Stage(stage, desk.Language);

    private static (string, string) Name(LeadRow lead) => ("lead", LeadViews.NameOf(lead));

    private static Reply About(LeadRow lead, Reply reply) => reply with { Leads = [lead.Number] };
}
