using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Funnels;

/// <summary>A lead as the funnel sees it: when it came in, and on which day it first passed each later stage.</summary>
/// <param name="Entered">The day of consent: the lead's cohort.</param>
/// <param name="Left">Where it was lost or disqualified, if it is so now.</param>
/// <param name="Hot">It was hot at some time.</param>
public sealed record LeadPath(Segment Segment, DateOnly Entered, IReadOnlyDictionary<Stage, DateOnly> Reached, Exit? Left = null, bool Hot = false)
{
    /// <summary>The stages that a lead passes in order; the others are ways out.</summary>
    public static readonly IReadOnlyList<Stage> Order = [Stage.Lead, Stage.Mql, Stage.Sql, Stage.Opportunity, Stage.Customer];

    public static LeadPath Enter(Segment segment, DateOnly day) =>
        new(segment, day, new Dictionary<Stage, DateOnly> { [Stage.Lead] = day });

    /// <summary>
    /// The path after a change of stage. A skipped stage counts as passed on the same day; a stage passed before keeps
    /// its first day, so that a re-opened lead counts once; going on again takes an exit back.
    /// </summary>
    public LeadPath Move(Stage to, DateOnly day, string reason = "")
    {
        if (to is Stage.Lost or Stage.Disqualified)
            return this with { Left = new Exit(to, Furthest, reason, day) };
        var reached = new Dictionary<Stage, DateOnly>(Reached);
        foreach (var stage in Order.TakeWhile(stage => stage <= to))
            reached.TryAdd(stage, day);
        return this with { Reached = reached, Left = null };
    }

    /// <summary>The last stage that it has passed.</summary>
    public Stage Furthest => Reached.Keys.Max();
}

/// <param name="To">Lost or disqualified.</param>
/// <param name="At">The furthest stage it had passed.</param>
public sealed record Exit(Stage To, Stage At, string Reason, DateOnly Day);
