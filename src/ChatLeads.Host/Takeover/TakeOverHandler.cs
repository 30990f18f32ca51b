using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Desk.Changes;
using ChatLeads.Host.Desk.Requests;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Takeover;

/// <summary>
/// Gives a staff member the conversation with a lead. Only leads can be taken over: before consent nothing that a person says
/// may be kept or passed on.
/// </summary>
internal sealed class TakeOverHandler(ChatLeadsOptions options) : LeadHandler<DeskRequest.TakeOver>
{
    /// <summary>Whoever wants what another has is told who: for that it need not be theirs to see.</summary>
    protected override bool OfAnybody => true;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.TakeOver request, LeadRow lead)
    {
        if (desk.IsGroup)
            return LeadChanges.Not(lead, desk.Say(TakeoverText.PrivateOnly));
        if (Hands.OfLead(desk.Db, lead.Number) is not { } held)
            return LeadChanges.Not(lead, desk.Say(TakeoverText.NoConversation, Name(lead)));
        return Refuse(desk, lead, held) is { } why
            ? LeadChanges.Not(lead, why)
            : new DeskResult([Begin(desk, lead, held) with { Leads = [lead.Number] }]) { Outcome = "taken" };
    }

    private static Reply? Refuse(DeskTurn desk, LeadRow lead, Held held)
    {
        var (me, manages) = (desk.Staff.Id, desk.Staff.Role == Role.Manager);
        if (held.StaffId == me)
            return desk.Say(TakeoverText.HaveIt, Name(lead)) with { Choices = [Back(desk, lead)] };
        if (held.StaffId is { } other && !manages)
            return desk.Say(TakeoverText.OthersHaveIt, Name(lead), ("owner", NameOf(desk, other)));
        if (!LeadChanges.MayChange(desk, lead))
            return desk.Say(TakeoverText.OthersLead, Name(lead), ("owner", LeadViews.OwnerOf(desk.Db, lead)!));
        if (held.IsGone)
            return desk.Say(TakeoverText.Unreachable, Name(lead), ("channel", desk.Cards.Channel(held.Key.Channel, desk.Language)));
        return lead.MessagesStopped && StateOf(desk, held).Ended == Ending.Stopped ? desk.Say(TakeoverText.WantsNoMessages, Name(lead)) : null;
    }

    private Reply Begin(DeskTurn desk, LeadRow lead, Held held)
    {
        var words = desk.Words(
            TakeoverText.Begun, Name(lead), ("channel", desk.Cards.Channel(held.Key.Channel, desk.Language)), ("minutes", $"{options.TakeoverMinutes}"));
        if (Hands.Of(desk.Db, desk.Staff.Id) is { } before)
        {
            Hands.GiveBack(desk.Db, before, desk.Now);
            words += desk.Words(TakeoverText.OtherGivenBack, ("other", LeadViews.NameOf(desk.Db.Leads.Find(before.Lead)!)));
        }
        if (held.StaffId is { } other)
            RepMail.Tell(desk.Db, held, other, TakeoverText.TakenFromYou, desk.Staff.Name, desk.Now);
        Hands.Take(desk.Db, held, desk.Staff, desk.From, desk.Now);
        if (lead.OwnerId is null)
            LeadChanges.Give(desk, lead, desk.Staff, ChangeKind.Claimed);
        var lines = LastLines.Of(desk, lead, held.Id);
        return new Reply(lines.Length == 0 ? words : words + desk.Words(TakeoverText.LastLines, ("lines", lines)), desk.Language) { Choices = [Back(desk, lead)] };
    }

    private static ConversationState StateOf(DeskTurn desk, Held held) =>
        StoredJson.Read<ConversationState>(desk.Db.Conversations.Where(row => row.Id == held.Id).Select(row => row.StateJson).Single());

    private static Choice Back(DeskTurn desk, LeadRow lead) => new(desk.Words(TakeoverText.GiveBack), $"/release {lead.Number}");

    private static string NameOf(DeskTurn desk, int staffId) => desk.Db.Staff.Where(row => row.Id == staffId).Select(row => row.Name).Single();

    private static (string, string) Name(LeadRow lead) => LeadChanges.Name(lead);
}
