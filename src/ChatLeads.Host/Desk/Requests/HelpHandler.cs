using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk.Requests;

internal sealed class HelpHandler : DeskHandler<DeskRequest.Help>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Help request) => desk.Say(DeskAnswer.Help);
}

internal sealed class UnknownHandler : DeskHandler<DeskRequest.Unknown>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Unknown request) =>
        desk.Say(DeskAnswer.Unknown, ("help", desk.Words(DeskAnswer.Help)));
}
