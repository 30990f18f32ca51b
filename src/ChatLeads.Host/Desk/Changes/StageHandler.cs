using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

internal sealed class StageHandler : ChangeHandler<DeskRequest.SetStage>
{
    protected override DeskResult Change(DeskTurn desk, DeskRequest.SetStage request, LeadRow lead)
    {
        var currency = request.Currency ?? desk.Dialogs.Playbook.Firm.Currency;
        var isNew = request.Amount is { } amount && (amount, currency) != (lead.Amount, lead.Currency);
        return StageMove.Of(lead.Stage, request.To, Before(desk, lead), isNew, request.Reason is { } said && said != lead.LeftReason) switch
        {
            StageMove.To move => Move(desk, request, lead, move.Stage, currency),
            StageMove.AmountOnly => SetAmount(desk, lead, request, currency),
            StageMove.ReasonOnly => SetReason(desk, lead, request.Reason!),
            StageMove.NotClosed => LeadChanges.Not(lead, desk.Say(ChangeText.NotClosed, LeadChanges.Name(lead), ("stage", Stage(desk, lead.Stage)))),
            StageMove.ReopenFirst => LeadChanges.Not(lead, desk.Say(ChangeText.ReopenFirst, LeadChanges.Name(lead))),
            _ => LeadChanges.Not(lead, desk.Say(ChangeText.StageAlready, LeadChanges.Name(lead), ("stage", Stage(desk, lead.Stage)))),
        };
    }

    private static DeskResult Move(DeskTurn desk, DeskRequest.SetStage request, LeadRow lead, Stage to, string currency)
    {
        var from = lead.Stage;
        LeadChanges.Make(desk, lead, ChangeKind.Stage, () =>
        {
            lead.Move(to, desk.Now, desk.Today, $"{desk.Staff.Id}", request.Reason ?? "");
            if (request.Amount is { } amount)
                (lead.Amount, lead.Currency) = (amount, currency);
        }, request.Reason);
        var words = desk.Words(ChangeText.StageSet, LeadChanges.Name(lead), ("from", Stage(desk, from)), ("to", Stage(desk, to))) + Rest(desk, request, lead);
        return Asking(desk, request, lead, LeadChanges.Done(desk, lead, words, $"{DeskJson.Id(from)}>{DeskJson.Id(to)}"));
    }

    private static DeskResult SetAmount(DeskTurn desk, LeadRow lead, DeskRequest.SetStage request, string currency)
    {
        var from = LeadChanges.Amount(desk, lead);
        LeadChanges.Make(desk, lead, ChangeKind.Stage, () => (lead.Amount, lead.Currency) = (request.Amount, currency), request.Reason);
        var words = desk.Words(ChangeText.AmountSet, LeadChanges.Name(lead), ("from", from), ("to", LeadChanges.Amount(desk, lead)));
        return LeadChanges.Done(desk, lead, words, "amount");
    }

    private static DeskResult SetReason(DeskTurn desk, LeadRow lead, string reason)
    {
        LeadChanges.Make(desk, lead, ChangeKind.Stage, () => lead.Move(lead.Stage, desk.Now, desk.Today, $"{desk.Staff.Id}", reason), reason);
        return LeadChanges.Done(desk, lead, desk.Words(ChangeText.ReasonSet, LeadChanges.Name(lead), ("reason", reason)), "reason");
    }

    /// <summary>The amount and the reason, or that they were not said.</summary>
    private static string Rest(DeskTurn desk, DeskRequest.SetStage request, LeadRow lead) => request.To switch
    {
        Core.Leads.Stage.Customer or Core.Leads.Stage.Opportunity => lead is { Amount: { } amount, Currency: { } currency }
            ? desk.Words(ChangeText.WithAmount, ("amount", desk.Cards.Money(amount, currency, desk.Language)))
            : desk.Words(ChangeText.NoAmount),
        Core.Leads.Stage.Lost or Core.Leads.Stage.Disqualified when request.Reason is null => desk.Words(ChangeText.NoReason),
        _ => request.Reason is { } reason ? desk.Words(ChangeText.Because, ("reason", reason)) : ".",
    };

    /// <summary>An amount said next is this lead's, and so is a reason.</summary>
    private static DeskResult Asking(DeskTurn desk, DeskRequest.SetStage request, LeadRow lead, DeskResult done) => request switch
    {
        { To: Core.Leads.Stage.Customer or Core.Leads.Stage.Opportunity } when lead.Amount is null =>
            done with { After = desk.Context with { Pending = new PendingRequest(request, $"{desk.Now.ToUnixTimeMilliseconds()}") } },
        { To: Core.Leads.Stage.Lost or Core.Leads.Stage.Disqualified, Reason: null } =>
            done with { After = desk.Context with { Begun = new BegunRequest(
                desk.Words(request.To == Core.Leads.Stage.Lost ? ChangeText.WhyLost : ChangeText.WhyDisqualified, ("lead", $"{lead.Number}")), DeskJson.Id(request)) } },
        _ => done,
    };

    /// <summary>Where it stood when it was closed.</summary>
    private static Stage Before(DeskTurn desk, LeadRow lead) => desk.Db.StageChanges
        .Where(change => change.LeadNumber == lead.Number && change.To == lead.Stage && change.From != change.To).OrderByDescending(change => change.Id)
        .Select(change => (Stage?)change.From).FirstOrDefault() ?? Core.Leads.Stage.Lead;

    private static string Stage(DeskTurn desk, Stage stage) => desk.Cards.Stage(stage, desk.Language);
}
