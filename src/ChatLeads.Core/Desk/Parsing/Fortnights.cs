using System.Globalization;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Halves of a month, to the 15th and from the 16th: primera quincena de octubre, first half of the month, esta quincena; and the past fourteen days.</summary>
internal sealed class Fortnights(Sentence sentence, DateOnly today)
{
    private const int Days = 14, Middle = 15;

    public FoundPeriod? At(int i) => Numbered(i) ?? Near(i) ?? Rolling(i);

    /// <summary>Of a month, or of this one; the half of a year is none.</summary>
    private FoundPeriod? Numbered(int i)
    {
        if ((sentence.At(i, Classes.Fortnight) ?? sentence.At(i, Classes.Half)) is not { } half)
            return null;
        var isSecond = half.Value == "2";
        var at = sentence.SkipAll(half.End, Classes.Of, Classes.Article, Classes.This);
        if ((sentence.At(at, Classes.Month) ?? Elsewhere(half, at)) is { } named)
        {
            var month = int.Parse(named.Value, CultureInfo.InvariantCulture);
            var end = named.Start == at ? named.End : half.End;
            var yearAt = sentence.SkipAll(named.End, Classes.Of, Classes.Article);
            var year = DayParts.YearAt(sentence, yearAt) ?? (new DateOnly(today.Year, month, 1) <= today ? today.Year : today.Year - 1);
            return Found(i, end == named.End && DayParts.YearAt(sentence, yearAt) is not null ? yearAt + 1 : end, new DateOnly(year, month, 1), isSecond);
        }
        var ofMonth = sentence.At(at, Classes.Unit) is { Value: "month" } unit ? unit : null;
        if (ofMonth is null && half.Class == Classes.Half)
            return null;
        var start = Calendar.StartOf(today, Unit.Month);
        if (sentence.At(ofMonth?.End ?? at, Classes.LastAfter) is { } last && ofMonth is not null)
            return Found(i, last.End, start.AddMonths(-1), isSecond);
        return Found(i, ofMonth?.End ?? half.End, isSecond && today.Day <= Middle ? start.AddMonths(-1) : start, isSecond);
    }

    /// <summary>"The first half of October against the second half": the month that was said with the other one.</summary>
    private Hit? Elsewhere(Hit half, int at) => sentence.Is(at, Classes.Unit) || sentence.Is(at, Classes.Year) ? null
        : sentence.All(half.Class).Where(other => other.Value != half.Value)
            .Select(other => sentence.At(sentence.SkipAll(other.End, Classes.Of, Classes.Article), Classes.Month)).FirstOrDefault();

    /// <summary>This half of the month, or the one before it.</summary>
    private FoundPeriod? Near(int i)
    {
        var before = sentence.At(i, Classes.This) ?? sentence.At(i, Classes.Last);
        if (sentence.At(before?.End ?? i, Classes.HalfMonth) is not { } half || (before ?? sentence.At(half.End, Classes.LastAfter)) is not { } which)
            return null;
        var (month, isSecond) = (Calendar.StartOf(today, Unit.Month), today.Day > Middle);
        var end = Math.Max(half.End, which.End);
        return which.Class == Classes.This ? Found(i, end, month, isSecond) : Found(i, end, isSecond ? month : month.AddMonths(-1), !isSecond);
    }

    private FoundPeriod? Rolling(int i) =>
        (sentence.At(i, Classes.Last) ?? sentence.At(i, Classes.This)) is { } last && sentence.At(last.End, Classes.FourteenDays) is { } days
            ? new FoundPeriod(i, days.End, new Period(today.AddDays(1 - Days), today), Unit.None)
            : null;

    private FoundPeriod Found(int start, int end, DateOnly month, bool isSecond)
    {
        var from = isSecond ? month.AddDays(Middle) : month;
        var to = isSecond ? month.AddMonths(1).AddDays(-1) : month.AddDays(Middle - 1);
        return new FoundPeriod(start, end, new Period(from, to > today && from <= today ? today : to), Unit.None);
    }
}
