using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Outbox;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>What could not be delivered, the latest first.</summary>
internal sealed class ShowUndeliveredHandler : DeskHandler<DeskRequest.ShowUndelivered>
{
    private const int Lines = 10;

    public override Role Needs => Role.Manager;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.ShowUndelivered request) => Page(desk, 0);

    /// <param name="seen">How many were shown before.</param>
    public static DeskResult Page(DeskTurn desk, int seen)
    {
        var count = DeadLetters.Of(desk).Count();
        var rows = DeadLetters.Of(desk).OrderByDescending(row => row.DeadAt).ThenByDescending(row => row.Id).Skip(seen).Take(Lines).ToList();
        if (rows.Count == 0)
            return seen > 0 ? desk.Say(ListText.NoMore) : desk.Say(UndeliveredText.Nothing);
        var head = count == 1 ? desk.Words(UndeliveredText.One) : desk.Words(UndeliveredText.Several, ("count", $"{count}"));
        var rest = count - seen - rows.Count;
        var reply = new Reply(string.Join('\n', rows.Select(row => DeadLetters.Line(desk, row)).Prepend(head)), desk.Language)
        {
            Leads = [.. rows.Select(row => row.LeadNumber).OfType<int>().Distinct()],
            Choices = rest > 0 ? [new Choice(desk.Words(ListText.More, ("count", $"{Math.Min(rest, Lines)}")), "/more")] : [],
        };
        return new DeskResult([reply], desk.Context with { Seen = seen + rows.Count }) { Outcome = "read" };
    }
}
