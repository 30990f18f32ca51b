using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>
/// Finds leads by words, whatever their case and accents: <see cref="LeadRow.SearchText"/> is <c> ana ruiz clinica albor </c>
/// and, on a second line, <c> zaragoza citas </c>. An index of words finds those that may be meant, however many leads there are;
/// a pattern says on which line each word must stand.
/// </summary>
public static class LeadText
{
    public static string Of(LeadRow lead, string? need) => $" {SearchWords.Fold($"{lead.Name} {lead.Company}")} \n {SearchWords.Fold($"{lead.Location} {need}")} ";

    /// <summary>Each word begins a word of the name or the company.</summary>
    public static IQueryable<LeadRow> Named(this IQueryable<LeadRow> leads, ChatLeadsDb db, string name) => leads.WithWords(db, name, word => $"% {word}%\n%");

    /// <summary>Each word begins a word of all that is searched.</summary>
    public static IQueryable<LeadRow> Mentioning(this IQueryable<LeadRow> leads, ChatLeadsDb db, string text) => leads.WithWords(db, text, word => $"% {word}%");

    public static IQueryable<LeadRow> In(this IQueryable<LeadRow> leads, ChatLeadsDb db, string place) => leads.WithWords(db, place, word => $"%\n% {word}%");

    private static IQueryable<LeadRow> WithWords(this IQueryable<LeadRow> leads, ChatLeadsDb db, string text, Func<string, string> pattern)
    {
        var words = SearchWords.Of(text);
        if (words.Count == 0)
            return leads.Where(lead => false);
        var candidates = Candidates(db, words);
        leads = leads.Where(lead => candidates.Contains(lead.Number));
        foreach (var word in words)
        {
            var like = pattern(word);
            leads = leads.Where(lead => EF.Functions.Like(lead.SearchText, like));
        }
        return leads;
    }

    /// <summary>Numbers of the leads that have a word beginning with each of these. Words are letters and digits: none is an operator.</summary>
    private static IQueryable<int> Candidates(ChatLeadsDb db, IReadOnlyList<string> words)
    {
        if (db.Database.IsSqlite())
        {
            var match = string.Join(" AND ", words.Select(word => $"\"{word}\"*"));
            return db.Database.SqlQuery<int>($"""SELECT rowid AS "Value" FROM "LeadWords" WHERE "LeadWords" MATCH {match}""");
        }
        var query = string.Join(" & ", words.Select(word => $"{word}:*"));
        return db.Database.SqlQuery<int>($"""SELECT "Number" AS "Value" FROM "Leads" WHERE to_tsvector('simple', "SearchText") @@ to_tsquery('simple', {query})""");
    }
}
