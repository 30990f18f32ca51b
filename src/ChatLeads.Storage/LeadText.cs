using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>
/// Finds leads by words, whatever their case and accents: <see cref="LeadRow.SearchText"/> is <c> ana ruiz clinica albor </c>
/// and, on a second line, <c> zaragoza citas </c>.
/// </summary>
public static class LeadText
{
    public static string Of(LeadRow lead, string? need) => $" {SearchWords.Fold($"{lead.Name} {lead.Company}")} \n {SearchWords.Fold($"{lead.Location} {need}")} ";

    /// <summary>Each word begins a word of the name or the company.</summary>
    public static IQueryable<LeadRow> Named(this IQueryable<LeadRow> leads, string name) => leads.WithWords(name, word => $"% {word}%\n%");

    /// <summary>Each word begins a word of all that is searched.</summary>
    public static IQueryable<LeadRow> Mentioning(this IQueryable<LeadRow> leads, string text) => leads.WithWords(text, word => $"% {word}%");

    public static IQueryable<LeadRow> In(this IQueryable<LeadRow> leads, string place) => leads.WithWords(place, word => $"%\n% {word}%");

    private static IQueryable<LeadRow> WithWords(this IQueryable<LeadRow> leads, string text, Func<string, string> pattern)
    {
        var words = SearchWords.Of(text);
        if (words.Count == 0)
            return leads.Where(lead => false);
        foreach (var word in words)
        {
            var like = pattern(word);
            leads = leads.Where(lead => EF.Functions.Like(lead.SearchText, like));
        }
        return leads;
    }
}
