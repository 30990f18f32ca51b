using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using ChatLeads.Host.Desk.Changes;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Period = ChatLeads.Core.Funnels.Period;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>Enters what a source cost.</summary>
internal sealed class CostHandler : DeskHandler<DeskRequest.EnterCost>
{
    public override Role Needs => Role.Manager;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.EnterCost request)
    {
        if (request.Amount <= 0)
            return desk.Say(ReportText.CostNotPositive);
        var (source, known) = CostStore.SourceOf(desk.Db, request.Source ?? "");
        var period = request.Period is { } asked ? new Period(asked.From, asked.To) : ThisMonth(desk.Today);
        var currency = request.Currency ?? desk.Dialogs.Playbook.Firm.Currency;
        var row = CostStore.Enter(desk.Db, new Cost(source, request.Amount, currency, period), "", desk.Staff.Id, desk.Now);
        desk.Db.SaveChanges();
        var words = row.Before is { } before
            ? desk.Words(ReportText.CostReplaced, [.. Values(desk, row, row.Amount), ("before", Figures.Money(desk, before, currency))])
            : desk.Words(ReportText.CostEntered, Values(desk, row, row.Amount));
        if (!known)
            words += $"\n{desk.Words(ReportText.CostOfUnknownSource, ("source", source))}";
        return new DeskResult([new Reply(words, desk.Language) { Choices = [new Choice(desk.Words(ChangeText.Undo), "/undo")] }]) { Outcome = "entered" };
    }

    /// <summary>The person's last entry, when it came after all else that they changed.</summary>
    public static CostRow? LastOf(DeskTurn desk, DateTimeOffset? since) => desk.Db.Costs
        .Where(row => row.EnteredBy == desk.Staff.Id).OrderByDescending(row => row.EnteredAt).ThenByDescending(row => row.Id).FirstOrDefault() is { } row
        && (since is null || row.EnteredAt > since) ? row : null;

    public static DeskResult TakeBack(DeskTurn desk, CostRow row)
    {
        var reply = desk.Say(row.Before is null ? ReportText.CostGone : ReportText.CostAgain, Values(desk, row, row.Before ?? row.Amount));
        CostStore.TakeBack(desk.Db, row);
        desk.Db.SaveChanges();
        return new DeskResult([reply]) { Outcome = "undone cost" };
    }

    private static Period ThisMonth(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return new Period(first, first.AddMonths(1).AddDays(-1));
    }

    private static (string, string)[] Values(DeskTurn desk, CostRow row, decimal amount) =>
    [
        ("source", Figures.Part(desk, SplitBy.Source, row.Source)),
        ("period", ReportPeriods.Words(desk, new Period(row.From, row.To))),
        ("amount", Figures.Money(desk, amount, row.Currency)),
    ];
}
