using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Playbooks;
using ChatLeads.Host.Desk.Changes;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Digests;

/// <summary>"A digest every Monday at 9": on the person's own clock, until they say "no digest".</summary>
internal sealed class DigestHandler : DeskHandler<DeskRequest.Digest>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Digest request)
    {
        var row = desk.Db.Digests.Find(desk.Staff.Id);
        if (request.Off && row?.ScheduleJson is null)
            return desk.Say(DigestText.OffAlready);
        if (row is null)
            desk.Db.Digests.Add(row = new DigestRow { StaffId = desk.Staff.Id });
        var schedule = request.Off ? null : Schedule(request, Hours(desk));
        (row.BeforeJson, row.ChangedAt) = (row.ScheduleJson, desk.Now);
        var words = Set(desk, row, schedule, DigestText.EveryDay, DigestText.EveryWeek, DigestText.Off);
        return new DeskResult([new Reply(words, desk.Language) { Choices = [new Choice(desk.Words(ChangeText.Undo), "/undo")] }])
        {
            Outcome = schedule is null ? "off" : schedule.On is null ? "daily" : "weekly",
        };
    }

    /// <summary>The person's last change of it, when it came after all else that they changed.</summary>
    public static DigestRow? LastOf(DeskTurn desk, DateTimeOffset? since) =>
        desk.Db.Digests.Find(desk.Staff.Id) is { ChangedAt: { } at } row && (since is null || at > since) ? row : null;

    public static DeskResult TakeBack(DeskTurn desk, DigestRow row)
    {
        var schedule = Digests.Read(row.BeforeJson);
        (row.BeforeJson, row.ChangedAt) = (null, null);
        var words = Set(desk, row, schedule, DigestText.EveryDayAgain, DigestText.EveryWeekAgain, DigestText.OffAgain);
        return new DeskResult([new Reply(words, desk.Language)]) { Outcome = "undone digest" };
    }

    /// <summary>What was left out: on Mondays, and when they begin to work.</summary>
    private static DigestSchedule Schedule(DeskRequest.Digest request, OfficeHours hours) => new(
        request.On ?? (request.Every == DigestEvery.Week ? DayOfWeek.Monday : null), request.At ?? hours.Opens);

    private static string Set(DeskTurn desk, DigestRow row, DigestSchedule? schedule, DigestText daily, DigestText weekly, DigestText off)
    {
        var zone = Hours(desk).Zone;
        row.ScheduleJson = schedule is null ? null : StoredJson.Write(schedule);
        Digests.Plan(desk.Db, row.StaffId, schedule, desk.Now, zone);
        desk.Db.SaveChanges();
        if (schedule is null)
            return desk.Words(off);
        var (time, next) = (("time", schedule.At.ToString("H:mm", desk.Culture)), ("next", desk.Moment(schedule.Next(desk.Now, zone), zone)));
        return schedule.On is { } on
            ? desk.Words(weekly, ("day", desk.Culture.DateTimeFormat.GetDayName(on)), time, next)
            : desk.Words(daily, time, next);
    }

    private static OfficeHours Hours(DeskTurn desk) => desk.Dialogs.Playbook.Routing.Person(desk.Staff.Name).Hours;
}
