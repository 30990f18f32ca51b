using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>How many people work there: "somos 12", "14 staff", "entre quince y veinte", "just me".</summary>
internal static class HeadcountParser
{
    private const string Name = "headcount";
    private const int Largest = 1_000_000;

    /// <summary>Partners are a handful; "400 socios" or "300 members" are a club's.</summary>
    private const int MostPartners = 25;

    private const int MostSummed = 6;

    public static void Find(Message message, Candidates found)
    {
        AddWithoutNumber(message, found);
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (found.Covers(Field.Phone, at) || found.Covers(Field.Email, at) || Count(message, at) is not { } count)
                continue;
            at = Math.Max(Add(message, found, count), count.End) - 1;
        }
        AddTotal(message, found);
        AddSeasonal(message, found);
    }

    private static void AddWithoutNumber(Message message, Candidates found)
    {
        foreach (var cue in message.In("size.one"))
        {
            if (!message.Asks(Field.Authority))
                found.Add(Field.CompanySize, new RangeValue(1, 1), cue.Start, cue.End, message.Asks(Field.CompanySize) ? 90 : 70, Name);
        }
        foreach (var cue in message.In("size.two"))
        {
            if (message.Asks(Field.CompanySize))
                found.Add(Field.CompanySize, new RangeValue(2, 2), cue.Start, cue.End, 70, Name);
        }
    }

    /// <summary>"10 en invierno y 40 en verano": between the fewest and the most.</summary>
    private static void AddSeasonal(Message message, Candidates found)
    {
        foreach (var cue in message.In("size.seasonal"))
        {
            var (counts, min, max) = (0, decimal.MaxValue, 0m);
            for (var at = cue.Start; at < cue.End; at++)
            {
                if (Numbers.Read(message, at) is { } number)
                    (counts, min, max) = (counts + 1, Math.Min(min, number.Value), Math.Max(max, number.Value));
            }
            if (counts > 1 && max <= Largest && (message.Asks(Field.CompanySize) || message.EndingAt("size.we", cue.Start) is not null))
                found.Add(Field.CompanySize, new RangeValue((int)min, (int)max), cue.Start, cue.End, 97, Name);
        }
    }

    /// <summary>"11 techs plus 3 in the office so 14": the number that the others add up to is the answer.</summary>
    private static void AddTotal(Message message, Candidates found)
    {
        var (counts, sum, hasDecoy) = (0, 0m, false);
        for (var at = 0; at < message.Tokens.Length && counts < MostSummed; at++)
        {
            if (Count(message, at) is not { } count)
                continue;
            var isTold = !hasDecoy && message.EndingAt("size.sum", count.Start) is not null && !IsDecoy(message, count);
            if ((isTold || found.Has(Field.CompanySize)) && count.Min == count.Max && (counts >= 2 && sum == count.Min || counts >= 1 && sum + 1 == count.Min && message.Has("size.and_me", "size.me_and", count.Start)))
                found.Add(Field.CompanySize, new RangeValue((int?)count.Min, (int?)count.Max), count.Start, count.End, 96, Name);
            if (count.Min == count.Max && count.Min is > 0 and < Largest)
                (counts, sum, hasDecoy) = (counts + 1, sum + count.Min.Value, hasDecoy || IsDecoy(message, count));
            at = count.End - 1;
        }
    }

    private readonly record struct Headcount(decimal? Min, decimal? Max, int Start, int End, int Number, bool IsThousands);

    private static Headcount? Count(Message message, int at)
    {
        if (Numbers.Read(message, at) is not { Slang: null } number || Currencies.Before(message, at).Currency is not null)
            return null;
        var (min, max, end, isRange) = ((decimal?)number.Value, (decimal?)number.Value, number.End, false);
        if (Ranges.LinkAfter(message, at, end) is > 0 and var next && next < message.Tokens.Length
            && Numbers.Read(message, next) is { Slang: null } last && last.Value > number.Value)
        {
            (max, end, isRange) = (last.Value, last.End, true);
        }
        var bounded = Ranges.Bound(message, min, max, at, end, isRange);
        if (Currencies.After(message, end).Currency is not null)
            return null;
        return new Headcount(bounded.Min, bounded.Max, bounded.Start, bounded.End, at, number.Scale >= 1000);
    }

    /// <summary>The token after what was read.</summary>
    private static int Add(Message message, Candidates found, Headcount count)
    {
        var size = count.Max ?? count.Min ?? 0;
        if (size is < 1 or > Largest || size != decimal.Truncate(size))
            return count.End;
        if (Weight(message, found, count) is not (> 0 and var weight))
            return count.End;
        var end = PeopleAfter(message, count.End) is > 0 and var after ? after : count.End;
        var (min, max) = (count.Min, count.Max);
        if (min == max && IsAfter(message, "size.me_and", count))
            (min, max) = (min + 1, max + 1);
        if (min is not null && max is not null)
            (min, max, _, end) = Ranges.Bound(message, min, max, count.Start, end, min != max);
        if (min == max && message.StartingAt("size.and_me", end) is { } me)
            (min, max, end) = (min + 1, max + 1, me.End);
        if (min == max && Second(message, end) is { } more)
            (min, max, end) = (min + more.Min, max + more.Min, PeopleAfter(message, more.End));
        found.Add(Field.CompanySize, new RangeValue((int?)min, (int?)max), count.Start, end, weight, Name, Loss(message, count));
        return end;
    }

    /// <summary>"5 partners and 30 staff" are 35.</summary>
    private static Headcount? Second(Message message, int end)
    {
        var isListed = message.IsMark(end, ",");
        if (!isListed && !message.Is("and", end) && !message.Is("sum", end) || end + 1 >= message.Tokens.Length || !(Count(message, end + 1) is { } more))
            return null;
        // "48 fee earners and 71 people overall": the second is the sum already.
        if (PeopleAfter(message, more.End) is > 0 and var people && message.StartingAt("size.after", people) is not null)
            return null;
        return more.Min == more.Max && PeopleAfter(message, more.End) > 0 && !IsDecoy(message, more)
            && (!isListed || message.Lexicon["people.also"].Find(message.Tokens, more.End) is not null) ? more : null;
    }

    private static int Weight(Message message, Candidates found, Headcount count)
    {
        if (IsDecoy(message, count))
            return 0;
        var after = PeopleAfter(message, count.End);
        var people = after > 0;
        if (people && message.StartingAt("size.after", after) is not null)
            return 92;
        // "18k all in" is money.
        if (!people && (count.IsThousands || Periods.FollowsAt(message, count.End)) && !message.Asks(Field.CompanySize))
            return 0;
        if (IsAfter(message, "size.me_and", count))
            return 85;
        if (IsAfter(message, "size.we", count) || message.StartingAt("size.after", count.End) is not null)
            return people ? 90 : 80;
        if (CorrectsCount(message, found, count))
            return 80;
        if (people || IsAfter(message, "size.before", count))
            return 85;
        return message.Asks(Field.CompanySize) ? 60 : 0;
    }

    /// <summary>"somos 12, perdón, 14"; but in "12 people and 40 beds, sorry, 44" it is the beds.</summary>
    private static bool CorrectsCount(Message message, Candidates found, Headcount count)
    {
        if (!IsAfter(message, "correction", count) && !message.Touches("size.now", count.Number, count.End) && !(message.IsMark(count.Number - 1, ",") && message.EndingAt("correction", count.Number - 1) is not null))
            return false;
        var last = -1;
        foreach (var candidate in found.All)
            last = candidate.Field == Field.CompanySize && candidate.Lost is null ? Math.Max(last, candidate.End) : last;
        for (var at = Math.Max(last, 0); at < count.Start; at++)
        {
            if (message.Tokens[at].IsNumber)
                return false;
        }
        return last >= 0;
    }

    /// <summary>Whether a cue stands right before the number, or before the "about" in front of it.</summary>
    private static bool IsAfter(Message message, string section, Headcount count) =>
        message.EndingAt(section, count.Start) is not null || message.EndingAt(section, count.Number) is not null;

    /// <summary>The token after a noun for people, up to two words on: "12 full time employees".</summary>
    private static int PeopleAfter(Message message, int end)
    {
        if (message.IsMark(end, "-"))
            end++;
        for (var at = end; at < Math.Min(end + 3, message.Tokens.Length); at++)
        {
            if (message.Lexicon["people"].Find(message.Tokens, at) is { } people)
                return people.End;
            if (!message.Tokens[at].IsWord || message.Is("money.of", at) || message.Lexicon.Numbers.Contains(message.Tokens[at]) || message.Is("and", at) || message.Is("people.decoy", at) || message.Is("article", at))
                return 0;
        }
        return 0;
    }

    private static bool IsDecoy(Message message, Headcount count)
    {
        if (message.IsMark(count.End, "%") || message.IsMark(count.End, "/") || message.Tokens[count.Number].Glued && count.Start > 0 && message.Tokens[count.Number - 1].IsWord)
            return true;
        if (message.EndingAt("size.block", count.Start) is not null && message.StartingAt("size.after", count.End) is null || message.Touches("size.not", count.Number, count.End))
            return true;
        if (IsYear(message, count))
            return true;
        var few = count.Max <= MostPartners;
        if (PeopleAfter(message, count.End) is > 0 and var people && (few || !message.Is("people.few", people - 1)))
            return false;
        if (!few && count.End < message.Tokens.Length && message.Is("people.few", count.End))
            return true;
        for (var at = count.End; at < Math.Min(count.End + 2, message.Tokens.Length); at++)
        {
            if (message.Is("people.decoy", at) || message.Lexicon["unit"].Contains(message.Tokens[at]) || message.Is("ordinal.suffix", at) && message.Tokens[at].Glued)
                return true;
            if (!message.Tokens[at].IsWord || !message.Is("money.of", at))
                break;
        }
        return false;
    }

    /// <summary>"desde 2022 somos Tinta Fresca".</summary>
    private static bool IsYear(Message message, Headcount count) =>
        (count.Min ?? count.Max) is >= 1900 and <= 2100 && PeopleAfter(message, count.End) == 0
        && (message.Is("place.inside", count.Number - 1) || message.EndingAt("date.since", count.Number) is not null);

    private static string? Loss(Message message, Headcount count) =>
        message.StartingAt("size.after", count.End) is null && message.Before("size.block", count.Start) is { } block && !IsAfter(message, "size.we", count) && count.Start - block.End <= 3 ? Reasons.Blocked
        : !IsAfter(message, "size.we", count) && Owners.IsOthers(message, count.Start, count.End) ? Reasons.Others : null;
}
