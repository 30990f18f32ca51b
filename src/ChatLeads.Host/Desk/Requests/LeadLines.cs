using ChatLeads.Core.Conversations;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>Leads as lines of a list, and what can be pressed below it.</summary>
internal static class LeadLines
{
    private const int MostChoices = 5;

    public static string Line(DeskTurn desk, LeadRow lead)
    {
        var line = desk.Cards.Line(LeadViews.View(lead, LeadViews.OwnerOf(desk, lead)), desk.Language, desk.Now);
        return lead.SnoozedUntil is { } until && until > desk.Now
            ? $"{line} · {desk.Words(ListText.SnoozedTill, ("time", desk.Moment(until)))}"
            : line;
    }

    /// <summary>To claim what is nobody's, to see what is.</summary>
    public static IReadOnlyList<Choice> Choices(DeskTurn desk, IReadOnlyList<LeadRow> leads) =>
    [
        .. leads.Take(MostChoices).Select(lead => lead.OwnerId is null
            ? new Choice(desk.Words(ListText.Claim, ("number", $"{lead.Number}")), $"/claim {lead.Number}")
            : new Choice(desk.Words(ListText.Show, ("number", $"{lead.Number}")), $"/lead {lead.Number}")),
    ];
}
