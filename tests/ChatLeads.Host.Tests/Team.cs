using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>Lets people into the team.</summary>
internal static class Team
{
    /// <param name="role">Null for a group.</param>
    public static Task<string> Invite(TestHost host, string name, Role? role = Role.Rep) =>
        host.App.Services.GetRequiredService<DbWriter>().Write(db => Invitations.Create(db, name, role, host.Clock.GetUtcNow()));
}
