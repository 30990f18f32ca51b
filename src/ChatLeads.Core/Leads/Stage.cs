namespace ChatLeads.Core.Leads;

/// <summary>Where a lead stands in the funnel. Contacts are anonymous and only counted.</summary>
public enum Stage { Contact, Lead, Mql, Sql, Opportunity, Customer, Lost, Disqualified }

/// <summary>One change of stage, kept for good.</summary>
/// <param name="By">Who did it: <c>bot</c>, or the staff member's id.</param>
/// <param name="Cause">Why, as an id (<c>consent</c>, <c>score</c>, <c>claimed</c>) or the rep's own words.</param>
public sealed record StageChange(Stage From, Stage To, DateTimeOffset At, string By, string Cause);

/// <summary>How likely a lead is to buy now. See <c>dialogs/scoring.yaml</c> for the lines between.</summary>
public enum Temperature { Cold, Warm, Hot }
