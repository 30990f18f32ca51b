using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>What this person can ask for: the topics whose handlers are there and allow their role.</summary>
internal sealed class Topics(IServiceProvider services)
{
    private const int Offered = 3;
    private static readonly DeskTopic[] Usual = [DeskTopic.Leads, DeskTopic.MyDay, DeskTopic.Funnel, DeskTopic.Team, DeskTopic.Help];

    /// <summary>Looked up late: handlers need this, too.</summary>
    private readonly Lazy<IReadOnlyList<(string Id, Role Needs)>> handled = new(() =>
        [.. services.GetServices<IDeskHandler>().Select(handler => (DeskJson.Id(handler.Request), handler.Needs))]);

    public IReadOnlyList<DeskTopic> For(Staff staff) =>
        [.. Enum.GetValues<DeskTopic>().Where(topic => handled.Value.Any(handler => handler.Id == DeskJson.Id(topic) && handler.Needs <= staff.Role))];

    /// <summary>As buttons: those that come closest to what was said, each an example that works.</summary>
    public IReadOnlyList<Choice> Closest(DeskTurn desk)
    {
        var lead = desk.Context.Lead ?? (desk.Context.Shown is [var first, ..] ? first.Number : null);
        var can = For(desk.Staff);
        return
        [
            .. desk.Closest.SelectMany(id => can.Where(topic => DeskJson.Id(topic) == id)).Concat(Usual.Where(can.Contains)).Distinct()
                .Select(topic => Example(desk, topic, lead)).OfType<string>().Take(Offered).Select(text => new Choice(text, text)),
        ];
    }

    /// <summary>Null where it takes a lead and none is at hand.</summary>
    public static string? Example(DeskTurn desk, DeskTopic topic, int? lead)
    {
        var said = desk.Words(topic, ("lead", $"{lead}"));
        return lead is null && said != desk.Words(topic, ("lead", "0")) ? null : said;
    }
}
