using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>Budgets: amounts, ranges and limits that the person could spend, by month, year or once.</summary>
internal static class MoneyParser
{
    private const string Name = "money";
    private const int Smallest = 10;
    private const int MostTimes = 50;

    public static void Find(Message message, Candidates found)
    {
        Amount? pending = null;
        var at = 0;
        while (Next(message, found, ref at) is { } read)
        {
            // "We paid 800 a month, can't go over 500 now" speaks of months throughout.
            var amount = read.Per is null && pending?.Per is { } per && IsLike(pending, read) && message.Same(pending.Start, read.Start, true) && Loss(message, pending) is not null ? read with { Per = per } : read;
            if (pending is not null && Listed(message, pending, amount) is { } range)
            {
                pending = range;
                continue;
            }
            Add(message, found, pending);
            pending = amount;
        }
        Add(message, found, pending);
    }

    /// <summary>A turnover of millions a year lends its period to no price.</summary>
    private static bool IsLike(Amount a, Amount b) =>
        (a.Max ?? a.Min) / MostTimes <= (b.Max ?? b.Min) && (b.Max ?? b.Min) <= (a.Max ?? a.Min) * MostTimes;

    /// <summary>The first amount from a token on, which moves behind it; null after the last.</summary>
    private static Amount? Next(Message message, Candidates found, ref int at)
    {
        for (; at < message.Tokens.Length; at++)
        {
            if (found.Covers(Field.Phone, at) || found.Covers(Field.Email, at) || Amount.Read(message, at) is not { } amount)
                continue;
            if (Ranges.LinkAfter(message, amount.Start, amount.End) is > 0 and var next && !found.Covers(Field.Phone, next)
                && next < message.Tokens.Length && Second(message, next) is { } last && last.Max >= amount.Min / 1000)
            {
                var both = amount.To(last);
                if (both.Min < both.Max)
                    amount = both;
            }
            at = amount.End;
            return Bounded(message, amount);
        }
        return null;
    }

    private static Amount? Second(Message message, int at) =>
        Amount.Read(message, at) ?? (at + 1 < message.Tokens.Length && message.Lexicon["symbol"].Find(message.Tokens, at) is { } sign && sign.End < message.Tokens.Length ? Amount.Read(message, sign.End) : null);

    private static Amount Bounded(Message message, Amount amount)
    {
        var (min, max, start, end) = Ranges.Bound(message, amount.Min, amount.Max, amount.Start, amount.End, amount.IsRange);
        var (per, after) = Periods.Of(message, start, end);
        (per, after) = Corrected(message, Math.Max(end, after)) ?? (per, after);
        var isRate = Periods.FollowsAt(message, end);
        if (after > end && !amount.IsRange && max is not null && min is not null)
            (min, max, _, end) = Ranges.Bound(message, min, max, start, after, false);
        return amount with { Min = min, Max = max, Start = start, End = Math.Max(end, after), Per = per, IsRate = isRate };
    }

    /// <summary>"2500 al mes, digo al año": a correction that names a period alone.</summary>
    private static (Per? Per, int End)? Corrected(Message message, int end)
    {
        var at = end;
        while (message.StartingAt("correction", at) is not null || message.IsMark(at, ",") && message.StartingAt("correction", at + 1) is not null)
            at = message.StartingAt("correction", at)?.End ?? at + 1;
        return at > end && (message.StartingAt("per.month", at) ?? message.StartingAt("per.year", at)) is { } period
            ? (period.Section == "per.month" ? Per.Month : Per.Year, period.End) : null;
    }

    /// <summary>"unos 5000, 6000 como mucho": the limit closes the range that the plain amount opened.</summary>
    private static Amount? Listed(Message message, Amount first, Amount second) =>
        first is { Min: { } least, Max: null } && second is { Min: null, Max: { } most } && most > least && second.Start - first.End <= 1
            ? second with { Min = least, Start = first.Start, Number = first.Number, IsMoney = first.IsMoney || second.IsMoney, Currency = second.Currency ?? first.Currency, Per = second.Per ?? first.Per } :
        first.Min is { } low && first.Max == low && second.Min is null && Scaled(first, second) > low && Follows(message, first, second)
        && !Corrections.Between(message, first.End, second.Start)
            ? second with { Min = low, Max = Scaled(first, second), Per = second.Per ?? first.Per, Start = first.Start, Number = first.Number, IsMoney = first.IsMoney || second.IsMoney, Currency = second.Currency ?? first.Currency }
            : null;

    private static bool Follows(Message message, Amount first, Amount second) =>
        second.Start - first.End <= 1 && message.IsMark(second.Start - 1, ",") && message.Asks(Field.Budget)
        || second.Start - first.End <= 2 && message.Same(first.End - 1, second.Start, true)
            && (first.IsMoney || first.Scale > 1 || first.Per is not null) && Loss(message, first) is null;

    /// <summary>"40k, could stretch to 50": thousands, too.</summary>
    private static decimal? Scaled(Amount first, Amount second) =>
        second.Scale == 1 && first.Scale > 1 && second.Max < first.Min ? second.Max * first.Scale : second.Max;

    private static void Add(Message message, Candidates found, Amount? amount)
    {
        if (amount is null || Weight(message, amount) is not (> 0 and var weight))
            return;
        // A partner's wish is the firm's budget only where the person names none.
        if (Owners.IsOthers(message, amount.Number, amount.End))
            weight -= 15;
        var value = new MoneyValue(amount.Min, amount.Max, amount.Currency ?? message.Request.Currency, amount.Per ?? Per.Once);
        found.Add(Field.Budget, value, amount.Start, amount.End, weight, Name, Loss(message, amount));
    }

    private static int Weight(Message message, Amount amount)
    {
        var size = amount.Max ?? amount.Min ?? 0;
        if (size < 1 || IsTitle(message, amount) || message.Is("people", amount.End) || message.IsMark(amount.End, "%"))
            return 0;
        if (amount.IsMoney)
            return 85;
        var counts = message.Is("people.decoy", amount.End) || message.Lexicon["unit"].Contains(NormAt(message, amount.End));
        if (counts || amount is { IsRate: false, Scale: < 1000 } && message.EndingAt("size.we", amount.Start) is not null)
            return 0;
        if (message.Asks(Field.Budget) && size >= Smallest)
            return 80;
        if (LooksLikeAYear(amount) || CountsThings(message, amount))
            return 0;
        var cue = message.Before("money.cue", amount.Number, true) is { } near && amount.Number - near.End <= 6 || message.StartingAt("money.for", amount.End) is not null;
        var isLarge = amount.Scale >= 1000 || size >= 100 || amount.Per is not null;
        if (amount.IsRate && size >= 100 && !cue)
            return 55;
        return cue && isLarge ? 75 : amount.Scale >= 1000 && (amount.Per is not null || amount.Min is null) ? 60 : 0;
    }

    /// <summary>"Viña Tres Palos": number and unit in words with capitals are a name.</summary>
    private static bool IsTitle(Message message, Amount amount) =>
        amount.Number + 1 < message.Tokens.Length && message.Tokens[amount.Number] is { IsWord: true, Capital: true } && message.Tokens[amount.Number + 1] is { IsWord: true, Capital: true };

    /// <summary>"tenemos como 1400 fichas": a plural that is neither a currency nor a period follows the bare number.</summary>
    private static bool CountsThings(Message message, Amount amount) =>
        amount is { Per: null, Scale: 1 } && amount.End < message.Tokens.Length && message.Tokens[amount.End] is { IsWord: true, Norm.Length: > 3 } next && next.Norm[^1] == 's'
        && message.StartingAt("bound.max_after", amount.End) is null && message.StartingAt("bound.min_after", amount.End) is null && message.StartingAt("money.for", amount.End) is null;

    /// <summary>"On your plan since 2022", "hasta 2029".</summary>
    private static bool LooksLikeAYear(Amount amount) =>
        amount is { IsRate: false, Scale: 1 } && (amount.Max ?? amount.Min) is >= 1980 and <= 2039;

    private static string NormAt(Message message, int at) => at < message.Tokens.Length ? message.Tokens[at].Norm : "";

    private static string? Loss(Message message, Amount amount)
    {
        // "They ask 900 and from 600 I won't budge".
        if (message.EndingAt("money.limit", amount.End) is not null || message.StartingAt("money.limit", amount.End) is not null)
            return null;
        var block = message.Before("money.block", amount.Number);
        var cue = message.Before("money.cue", amount.Number);
        if (block is { } decoy && !message.Touches("correction", decoy.Start, decoy.End) && (cue is null || cue.Value.End < decoy.End || cue.Value.End == decoy.End && cue.Value.Start > decoy.Start) || message.StartingAt("money.block_after", amount.End) is not null)
            return Reasons.Blocked;
        return cue is null && Owners.IsOthers(message, amount.Start, amount.End) ? Reasons.Others : null;
    }
}
