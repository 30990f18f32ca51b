using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;

namespace ChatLeads.Host.Takeover;

/// <summary>Gives the conversation that a staff member has back to the bot; whichever lead they name, they have but one.</summary>
internal sealed class ReleaseHandler : DeskHandler<DeskRequest.Release>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Release request)
    {
        if (Hands.Of(desk.Db, desk.Staff.Id) is not { } held)
            return desk.Say(TakeoverText.HaveNone);
        Hands.GiveBack(desk.Db, held, desk.Now);
        var lead = desk.Db.Leads.Find(held.Lead)!;
        return new DeskResult([desk.Say(TakeoverText.GivenBack, ("lead", LeadViews.NameOf(lead))) with { Leads = [held.Lead] }], desk.Context with { Lead = held.Lead }) { Outcome = "given back" };
    }
}
