using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;
using Humanizer;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk.Requests;

internal sealed class LeadListHandler : DeskHandler<DeskRequest.ListLeads>
{
    private const int UsualPage = 10;
    private const int LongestPage = 50;
    private const int MostSources = 8;

    /// <summary>Of more leads than these one is told no number: counting a million is no answer's work.</summary>
    private const int MostCounted = 1000;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.ListLeads request) => Page(desk, request.Filter, 0);

    /// <param name="seen">How many were shown before.</param>
    public static DeskResult Page(DeskTurn desk, LeadFilter filter, int seen)
    {
        var (owners, refusal) = Owners(desk, filter);
        if (refusal is not null)
            return refusal;
        var found = LeadSearch.Find(desk, filter, owners);
        var numbers = found.Sorted(filter.Sort).Skip(seen).Take(MostCounted + 1).Select(lead => lead.Number).ToList();
        var count = seen + numbers.Count;
        // "Ten" asks for ten, "the next ones" for as many again.
        var page = Math.Min(filter.Limit ?? UsualPage, LongestPage);
        return count <= seen ? Nothing(desk, filter, seen) : Show(desk, Rows(desk, [.. numbers.Take(page)]), seen, count, page);
    }

    /// <summary>First which, out of an index; then what is known of them.</summary>
    public static List<LeadRow> Rows(DeskTurn desk, IQueryable<LeadRow> page) => Rows(desk, page.Select(lead => lead.Number).ToList());

    private static List<LeadRow> Rows(DeskTurn desk, List<int> numbers) =>
    [
        .. desk.Db.Leads.AsNoTracking().Include(lead => lead.Facts).Where(lead => numbers.Contains(lead.Number)).AsEnumerable()
            .OrderBy(lead => numbers.IndexOf(lead.Number)),
    ];

    /// <summary>Whose leads are meant, where a person is named; or why they are not shown.</summary>
    public static (IReadOnlyList<Staff> Owners, DeskResult? Refusal) Owners(DeskTurn desk, LeadFilter filter)
    {
        if (filter.Owner is not { } owner || owner is LeadFilter.Me or LeadFilter.Nobody)
            return ([], null);
        var owners = PersonNamed.Find(desk, owner);
        if (owners is not [var person])
            return ([], PersonNamed.NotOne(desk, owner, owners));
        return desk.Staff.Role == Role.Rep && !desk.RepsSeeAll && person.Id != desk.Staff.Id
            ? ([], new DeskResult([desk.Say(ListText.NotYours, ("owner", person.Name))]) { Outcome = DeskResult.Refused })
            : (owners, null);
    }

    private static DeskResult Show(DeskTurn desk, List<LeadRow> leads, int seen, int count, int page)
    {
        var lines = leads.Select(lead => LeadLines.Line(desk, lead));
        var last = seen + leads.Count;
        var counted = desk.Words(UnitText.Lead).ToQuantity(Math.Min(count, seen + MostCounted), "N0", desk.Culture);
        if (count > seen + MostCounted)
            counted = desk.Words(ListText.MoreThan, ("count", counted));
        var head = seen == 0 && last == count
            ? desk.Words(ListText.AllLeads, ("count", counted))
            : desk.Words(ListText.SomeLeads, ("from", $"{seen + 1}"), ("to", $"{last}"), ("count", counted));
        var reply = new Reply(string.Join('\n', lines.Prepend(head)), desk.Language)
        {
            Choices = [.. LeadLines.Choices(desk, leads), .. last < count ? [new Choice(desk.Words(ListText.More, ("count", $"{Math.Min(page, count - last)}")), "/more")] : (Choice[])[]],
            Leads = [.. leads.Select(lead => lead.Number)],
        };
        return new DeskResult([reply], desk.Context with { Shown = LeadChoices.ShownAs(leads), Lead = null, Seen = last });
    }

    private static DeskResult Nothing(DeskTurn desk, LeadFilter filter, int seen)
    {
        if (seen > 0)
            return desk.Say(ListText.NoMore);
        var after = desk.Context with { Shown = [], Lead = null, Seen = 0 };
        if (filter.Source is { } source && LeadSearch.Sources(desk.Db) is { Count: > 0 } known && LeadSearch.Known(known, source).Count == 0)
            return new DeskResult([desk.Say(ListText.NoSuchSource, ("source", source), ("known", string.Join(", ", known.Take(MostSources))))], after);
        return new DeskResult([desk.Say(ListText.NoLeads)], after);
    }
}
