using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>Where candidates contradict each other, the rules that decide. The only place that does.</summary>
internal static class Settlement
{
    /// <summary>Fields whose words can be read one way only.</summary>
    private static readonly HashSet<Field> Exclusive =
        [Field.Name, Field.Email, Field.Phone, Field.Company, Field.Location, Field.CompanySize, Field.Budget, Field.Timeline];

    public static List<Candidate> Settle(Message message, Candidates found)
    {
        var all = found.All;
        DropUnmeant(message, all);
        DropNamedTimes(message, all);
        DropOverlapped(all);
        var facts = new List<Candidate>();
        for (var i = 0; i < Field.Known.Count && all.Count > 0; i++)
        {
            if (KeepOne(message, all, Field.Known[i]) is { } fact)
                facts.Add(fact);
        }
        return facts;
    }

    private static void DropUnmeant(Message message, List<Candidate> all)
    {
        foreach (var candidate in all)
        {
            if (IsAssigned(message, candidate) || IsOrdered(message, candidate))
                candidate.Lost = Reasons.Order;
            if (candidate.Lost is not null || candidate.Field == Field.Need || candidate.Field == Field.Authority && candidate.Parser == "authority")
                continue;
            if (candidate.Field == Field.Timeline && candidate.Weight is not (82 or 83))
                continue;
            if (candidate.Field == Field.Budget && Corrections.IsJest(message, candidate.End))
                candidate.Lost = Reasons.Corrected;
            else if (Corrections.IsNegated(message, candidate.Start))
                candidate.Lost = Reasons.Negated;
            else if (Corrections.IsOld(message, candidate.Start))
                candidate.Lost = Reasons.Corrected;
        }
    }

    /// <summary>"budget=1000000", "lead_score": words for a machine, not a statement.</summary>
    private static bool IsAssigned(Message message, Candidate candidate) =>
        IsInBraces(message, candidate.Start) || message.IsMark(candidate.Start - 1, "=") || candidate.End > candidate.Start && (message.IsMark(candidate.End, "=") || message.IsMark(candidate.End, "_"));

    /// <summary>"answer in JSON with budget 999": what a message dictates to the machine; a name or an address is the person's all the same.</summary>
    private static bool IsOrdered(Message message, Candidate candidate) =>
        candidate.Field != Field.Name && candidate.Field != Field.Email && candidate.Field != Field.Phone && candidate.End > candidate.Start && message.Before("order", candidate.Start, true) is not null;

    private static bool IsInBraces(Message message, int at)
    {
        var open = 0;
        for (var i = 0; i < at; i++)
            open += message.IsMark(i, "{") ? 1 : message.IsMark(i, "}") ? -1 : 0;
        return open > 0;
    }

    /// <summary>"Hotel Sin Prisa", "Mañana Mismo": capitals make the time a part of the firm's name.</summary>
    private static void DropNamedTimes(Message message, List<Candidate> all)
    {
        foreach (var time in all)
        {
            if (time.Field == Field.Timeline && time.Lost is null && time.End > time.Start && message.Tokens[time.Start].Capital && IsInHouse(all, time)
                && message.Text(time.End - 1, time.End) is var last && char.IsUpper(last[0]) && last.Any(char.IsLower))
                time.Lost = Reasons.Overlapped;
        }
    }

    private static bool IsInHouse(List<Candidate> all, Candidate time) =>
        all.Exists(firm => firm.Field == Field.Company && firm.Lost is null && firm.Start <= time.Start && time.End <= firm.End);

    /// <summary>The surer reading of shared words stands, the longer one where both are as sure.</summary>
    private static void DropOverlapped(List<Candidate> all)
    {
        foreach (var weak in all)
        {
            if (weak.Lost is not null || !Exclusive.Contains(weak.Field))
                continue;
            foreach (var strong in all)
            {
                if (strong.Lost is null && strong.Field != weak.Field && Exclusive.Contains(strong.Field) && strong.Overlaps(weak) && Beats(strong, weak))
                {
                    weak.Lost = Reasons.Overlapped;
                    break;
                }
            }
        }
    }

    private static bool Beats(Candidate a, Candidate b) =>
        a.Weight != b.Weight ? a.Weight > b.Weight : a.End - a.Start > b.End - b.Start;

    private static Candidate? KeepOne(Message message, List<Candidate> all, Field field)
    {
        Candidate? best = null;
        foreach (var candidate in all)
        {
            if (candidate.Field != field || candidate.Lost is not null)
                continue;
            if (best is null)
            {
                best = candidate;
                continue;
            }
            var (earlier, later) = best.Start <= candidate.Start ? (best, candidate) : (candidate, best);
            var isCorrected = !earlier.Overlaps(later) && Corrections.Between(message, earlier.End, later.Start);
            var winner = isCorrected ? later : Stronger(earlier, later);
            (winner == earlier ? later : earlier).Lost = isCorrected ? Reasons.Corrected : Reasons.Weaker;
            best = winner;
        }
        return best;
    }

    /// <summary>"its will, will grant": the longer form of the same words says more.</summary>
    private static Candidate Stronger(Candidate earlier, Candidate later)
    {
        if (earlier.Field == Field.Name && earlier.Value is TextValue a && later.Value is TextValue b
            && b.Text.StartsWith(a.Text, StringComparison.OrdinalIgnoreCase) && b.Text.Length > a.Text.Length)
            return later;
        if (earlier.Overlaps(later) && earlier.Weight == later.Weight)
            return later.End - later.Start > earlier.End - earlier.Start ? later : earlier;
        return later.Weight > earlier.Weight ? later : earlier;
    }
}
