namespace ChatLeads.Core.Desk;

/// <summary>What a staff member may do: a rep sees their own and unassigned leads, a manager all.</summary>
public enum Role { Rep, Manager }

/// <summary>A person of the firm.</summary>
public sealed record Staff(int Id, string Name, Role Role, string Language);
