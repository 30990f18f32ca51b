using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>Leads as buttons.</summary>
internal static class LeadChoices
{
    public const int Most = 8;

    /// <summary>Asks which lead is meant; the request goes on with the one that is picked.</summary>
    public static DeskResult Ask(DeskTurn desk, DeskRequest.AboutLead request, DeskAnswer question, string said, IReadOnlyList<LeadRow> leads)
    {
        var pending = new PendingRequest(request with { Lead = null }, $"{desk.Now.ToUnixTimeMilliseconds()}");
        var reply = desk.Say(question, ("lead", said)) with
        {
            Choices = [.. leads.Select(lead => new Choice(desk.Words(DeskAnswer.Pick, ("number", $"{lead.Number}"), ("name", Described(lead))), pending.Picks(lead.Number)))],
            Leads = [.. leads.Select(lead => lead.Number)],
        };
        var after = desk.Context with { Pending = pending };
        return new DeskResult([reply], leads.Count == 0 ? after : after with { Shown = ShownAs(leads) });
    }

    public static IReadOnlyList<ShownLead> ShownAs(IEnumerable<LeadRow> leads) =>
        [.. leads.Select(lead => new ShownLead(lead.Number, LeadViews.NameOf(lead)))];

    private static string Described(LeadRow lead) =>
        string.Join(", ", new[] { LeadViews.NameOf(lead), lead.Name is null ? null : lead.Company, lead.Location }.OfType<string>().Select(ProperName.Of));
}
