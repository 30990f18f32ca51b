using System.Globalization;
using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using Humanizer;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>How figures and parts are written.</summary>
internal static class Figures
{
    private const double Small = 0.0995;

    /// <summary>The stages of a funnel, with their names in the plural.</summary>
    public static readonly IReadOnlyList<(Stage Stage, ReportText Name)> Stages =
    [
        (Stage.Contact, ReportText.Contacts), (Stage.Lead, ReportText.Leads), (Stage.Mql, ReportText.Mql),
        (Stage.Sql, ReportText.Sql), (Stage.Opportunity, ReportText.Opportunities), (Stage.Customer, ReportText.Customers),
    ];

    public static string Number(DeskTurn desk, int number) => number.ToString("N0", desk.Culture);

    /// <summary>Small shares with a decimal: between 2 % and 3 % lies half of a firm's customers.</summary>
    public static string Share(DeskTurn desk, double? share) => share switch
    {
        null => desk.Words(ReportText.NoShare),
        > 0 and < Small => share.Value.ToString("P1", desk.Culture),
        _ => share.Value.ToString("P0", desk.Culture),
    };

    public static string Amounts(DeskTurn desk, IReadOnlyDictionary<string, decimal> amounts) => string.Join(
        " + ", amounts.OrderBy(amount => amount.Key, StringComparer.Ordinal).Select(amount => Money(desk, amount.Value, amount.Key)));

    public static string Money(DeskTurn desk, decimal amount, string currency) =>
        desk.Cards.Money(Math.Round(amount, Math.Abs(amount) < 100 ? 2 : 0), currency, desk.Language);

    public static string Time(DeskTurn desk, TimeSpan time) => time < TimeSpan.FromDays(2)
        ? time.Humanize(2, desk.Culture, maxUnit: TimeUnit.Day, minUnit: time < TimeSpan.FromMinutes(1) ? TimeUnit.Second : TimeUnit.Minute)
        : TimeSpan.FromDays(Math.Round(time.TotalDays)).Humanize(1, desk.Culture, maxUnit: TimeUnit.Day);

    /// <summary>Half a day is the smallest step: days are all that the funnel knows.</summary>
    public static string Days(DeskTurn desk, double days) => TimeSpan.FromDays(days).Humanize(2, desk.Culture, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Hour);

    /// <summary>A part's name for people.</summary>
    public static string Part(DeskTurn desk, SplitBy by, string part) => (by, part) switch
    {
        (SplitBy.Source, "") => desk.Words(ReportText.NoSource),
        (SplitBy.Campaign, "") => desk.Words(ReportText.NoCampaign),
        (SplitBy.Rep, "") => desk.Words(ReportText.NoRep),
        (SplitBy.Language, "") => desk.Words(ReportText.NoLanguage),
        (SplitBy.Channel, "") => desk.Words(ReportText.NoChannel),
        (SplitBy.Rep, _) => desk.Db.Staff.Find(int.Parse(part, CultureInfo.InvariantCulture))?.Name ?? part,
        (SplitBy.Language, _) => CultureInfo.GetCultureInfo(part).NativeName,
        (SplitBy.Channel, _) => desk.Cards.Channel(part, desk.Language),
        _ => part,
    };
}
