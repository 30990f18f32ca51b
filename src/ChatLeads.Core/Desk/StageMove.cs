using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Desk;

/// <summary>What asking for a stage comes to. Closed.</summary>
public abstract record StageMove
{
    private StageMove() { }

    public sealed record To(Stage Stage) : StageMove;

    /// <summary>It is there already, and only the amount is new.</summary>
    public sealed record AmountOnly : StageMove;

    /// <summary>It is there already, and only the reason is new.</summary>
    public sealed record ReasonOnly : StageMove;

    public sealed record AlreadyThere : StageMove;

    /// <summary>To be re-opened, though it was never closed.</summary>
    public sealed record NotClosed : StageMove;

    /// <summary>A customer does not become an opportunity again by the way.</summary>
    public sealed record ReopenFirst : StageMove;

    /// <param name="to"><see cref="Stage.Lead"/> re-opens.</param>
    /// <param name="before">Where the lead stood before it was closed; ignored while it is open.</param>
    public static StageMove Of(Stage now, Stage to, Stage before, bool hasNewAmount, bool hasNewReason)
    {
        var closed = IsClosed(now);
        if (to == Stage.Lead)
            return closed ? new To(IsClosed(before) ? Stage.Lead : before) : new NotClosed();
        if (now == to)
            return hasNewAmount ? new AmountOnly() : hasNewReason && closed && now != Stage.Customer ? new ReasonOnly() : new AlreadyThere();
        return now == Stage.Customer && !IsClosed(to) ? new ReopenFirst() : new To(to);
    }

    public static bool IsClosed(Stage stage) => stage is Stage.Customer or Stage.Lost or Stage.Disqualified;
}
