using ChatLeads.Core.Desk;

namespace ChatLeads.Storage.Rows;

/// <summary>A person of the firm.</summary>
public sealed class StaffRow
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public Role Role { get; set; }
    public string Language { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Since when they may do nothing any more.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Where alerts go besides the desk; null: to the channel that they joined last.</summary>
    public string? PreferredChannel { get; set; }

    /// <summary>They said that they are on duty or off it, until <see cref="DutyUntil"/>; null: as their hours say.</summary>
    public bool? Duty { get; set; }

    public DateTimeOffset? DutyUntil { get; set; }

    /// <summary>Their place in the round robin, see <see cref="Core.Routing.Route.ToRep.Mark"/>.</summary>
    public double? RoutingMark { get; set; }

    public Staff ToStaff() => new(Id, Name, Role, Language);
}

/// <summary>A one-time code of the desk's sign-in link. Stored hashed.</summary>
public sealed class SignInCodeRow
{
    public string CodeHash { get; set; } = "";
    public int StaffId { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A signed-in browser. Its token is stored hashed.</summary>
public sealed class SessionRow
{
    public string TokenHash { get; set; } = "";
    public int StaffId { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
