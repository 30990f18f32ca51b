using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>Leads as buttons.</summary>
internal static class LeadChoices
{
    public const int Most = 5;

    public static IReadOnlyList<Choice> Show(DeskTurn desk, IReadOnlyList<LeadRow> leads) =>
        [.. leads.Take(Most).Select(lead => new Choice(desk.Words(DeskAnswer.Show, ("number", $"{lead.Number}")), $"/lead {lead.Number}"))];
}
