namespace ChatLeads.Core.Leads;

/// <summary>Where a prospect came from, as the page (or Telegram's start payload) told. All parts are optional.</summary>
/// <param name="Source">utm_source, or what <see cref="Referrer"/> implies.</param>
public sealed record Visit(
    string? Page = null,
    string? Referrer = null,
    string? Source = null,
    string? Medium = null,
    string? Campaign = null,
    string? Term = null,
    string? Content = null);
