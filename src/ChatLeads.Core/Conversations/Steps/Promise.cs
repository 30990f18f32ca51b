using System.Globalization;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>When somebody will get in touch, by the office's hours: a promise that can be kept.</summary>
internal static class Promise
{
    public static string When(Turn turn)
    {
        var office = turn.Playbook.Firm.Office;
        var heat = turn.State.PersonWanted > 0 ? Temperature.Hot : turn.Temperature;
        var culture = CultureInfo.GetCultureInfo(turn.Language);
        var (day, at, sameDay) = office.DoneBy(turn.Now, turn.Playbook.Firm.AnswerWithin[heat]);
        var time = at.ToString("H:mm", culture);
        if (sameDay)
            return turn.Words(Line.WhenToday, ("time", time));
        return office.Local(turn.Now).AddDays(1) == day
            ? turn.Words(Line.WhenTomorrow, ("time", time))
            : turn.Words(Line.WhenDay, ("day", day.ToString("dddd", culture)), ("time", time));
    }
}
