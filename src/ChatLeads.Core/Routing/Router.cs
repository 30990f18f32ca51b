using ChatLeads.Core.Desk;

namespace ChatLeads.Core.Routing;

/// <summary>Somebody who might get a lead.</summary>
/// <param name="Duty">True or false while they have said that they are on duty or off, whatever their hours; else null.</param>
/// <param name="DutyUntil">When <paramref name="Duty"/> ends.</param>
/// <param name="Open">Leads that are theirs and not closed.</param>
/// <param name="Mark">What <see cref="Route.ToRep.Mark"/> was when they were last chosen; null when they never were.</param>
public sealed record Rep(int Id, string Name, Role Role, bool? Duty = null, int Open = 0, double? Mark = null, DateTimeOffset? DutyUntil = null);

/// <summary>Where a lead goes. Closed.</summary>
public abstract record Route
{
    private Route() { }

    /// <summary>To one rep.</summary>
    /// <param name="Mark">To be kept for them: by it the next ones are dealt out fairly.</param>
    public sealed record ToRep(int Id, double Mark) : Route;

    /// <summary>Nobody is left to take it: the fallback is told.</summary>
    /// <param name="AgainAt">When somebody who was not asked yet comes on duty; null when nobody does.</param>
    public sealed record ToFallback(IReadOnlyList<int> Ids, DateTimeOffset? AgainAt) : Route;
}

/// <summary>Deals leads out: the same input gives the same rep.</summary>
public static class Router
{
    /// <param name="asked">Those who had it before and did not take it.</param>
    public static Route Choose(RoutingRules rules, RoutedLead lead, IReadOnlyList<Rep> staff, IReadOnlySet<int> asked, DateTimeOffset now)
    {
        var rule = rules.Rules.First(rule => rule.Fits(lead));
        var pool = staff.Where(rep => Named(rule.To, rep) && !asked.Contains(rep.Id) && rep.Open < rules.Person(rep.Name).Capacity).ToList();
        var present = pool.Where(rep => IsOnDuty(rules, rep, now)).ToList();
        return present.Count > 0 ? Fairest(rules, present) : Fallback(rules, staff, pool, now);
    }

    public static bool IsOnDuty(RoutingRules rules, Rep rep, DateTimeOffset now) => rep.Duty ?? rules.Person(rep.Name).Hours.IsOpen(now);

    /// <summary>
    /// By when somebody who is on duty must have taken a lead that they are offered now: they cannot after their hours.
    /// </summary>
    public static DateTimeOffset AcceptBy(RoutingRules rules, Rep rep, DateTimeOffset now)
    {
        var off = rep.Duty is null ? rules.Person(rep.Name).Hours.Closing(now) : rep.DutyUntil;
        return off < now + rules.AcceptWithin ? off.Value : now + rules.AcceptWithin;
    }

    /// <summary>The fallback alone, for what nobody took.</summary>
    public static Route.ToFallback Fallback(RoutingRules rules, IReadOnlyList<Rep> staff) => Fallback(rules, staff, [], default);

    /// <summary>
    /// Start-time fair queueing: everybody's next turn lies 1/weight after their last, and the earliest is served. Who was
    /// away is not owed what they missed, so nobody is flooded on their return.
    /// </summary>
    private static Route.ToRep Fairest(RoutingRules rules, List<Rep> present)
    {
        var served = present.Max(rep => rep.Mark) ?? 0;
        var (chosen, mark) = present
            .Select(rep => (rep, mark: rep.Mark is { } last ? Math.Max(served, last + 1 / (double)rules.Person(rep.Name).Weight) : served))
            .OrderBy(turn => turn.mark).ThenBy(turn => turn.rep.Mark ?? double.NegativeInfinity).ThenBy(turn => turn.rep.Id).First();
        return new Route.ToRep(chosen.Id, mark);
    }

    private static Route.ToFallback Fallback(RoutingRules rules, IReadOnlyList<Rep> staff, List<Rep> pool, DateTimeOffset now)
    {
        var ids = staff.Where(rep => Named([rules.Fallback], rep)).Select(rep => rep.Id).ToList();
        if (ids.Count == 0) // Whom the file names has left: then those who can do something about it.
            ids = [.. staff.Where(rep => rep.Role == Role.Manager).Select(rep => rep.Id)];
        var openings = pool.Where(rep => rep.Duty is null).Select(rep => rules.Person(rep.Name).Hours.NextOpening(now)).ToList();
        return new Route.ToFallback(ids, openings.Min());
    }

    private static bool Named(IReadOnlyList<string> names, Rep rep) => names.Any(name => name switch
    {
        RoutingRules.Reps => rep.Role == Role.Rep,
        RoutingRules.Managers => rep.Role == Role.Manager,
        _ => Plain.Names.Equals(name, rep.Name),
    });
}
