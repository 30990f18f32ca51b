using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>The code stands in the answer alone, and not in what is kept of it.</summary>
internal sealed class InviteHandler(PublicUrl url) : DeskHandler<DeskRequest.Invite>
{
    public override Role Needs => Role.Manager;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.Invite request)
    {
        var role = request.Role ?? Role.Rep;
        var code = Invitations.Create(desk.Db, request.Name, role, desk.Now);
        return desk.Say(
            StaffAnswer.Invited,
            ("name", request.Name),
            ("role", desk.Words(role == Role.Manager ? StaffAnswer.Manager : StaffAnswer.Rep)),
            ("code", code),
            ("hours", $"{Invitations.Lifetime.TotalHours}"),
            ("link", url.SignIn(code))) with { Secret = code };
    }
}
