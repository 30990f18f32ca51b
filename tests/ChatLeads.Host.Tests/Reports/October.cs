using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests.Reports;

/// <summary>The worked example of docs/funnel.md, in a database; and staff who ask about it.</summary>
internal static class October
{
    private static readonly DateOnly Day = new(2026, 10, 12);

    public static async Task Fill(TestHost host, string currency = "EUR") => await host.Writer.Write(db =>
    {
        Contacts(db, "google", 300, 21);
        Contacts(db, "instagram", 90, 0);
        Contacts(db, null, 60, 0);
        Leads(db, "google", 50, 28, 14, 7, 2, currency);
        Leads(db, "instagram", 10, 2, 0, 0, 0, currency);
        Leads(db, null, 18, 6, 3, 1, 1, null);
    });

    public static async Task<Staff> Owner(TestHost host) =>
        await Find(host, person => person.Role == Role.Manager);

    public static async Task<Staff> Rep(TestHost host, string name)
    {
        await host.Writer.Write(db => { db.Staff.Add(new StaffRow { Name = name, Role = Role.Rep, Language = "en", CreatedAt = TestHost.Start0 }); });
        return await Find(host, person => person.Name == name);
    }

    /// <summary>What the desk answers.</summary>
    public static async Task<Reply> Ask(TestHost host, Staff person, string text)
    {
        var key = WebChatIdentity.ForStaff(person.Id).Conversation;
        var receipt = await host.Turns.Take(new(key, Guid.NewGuid().ToString("N"), key.Id, new TextSent(text), person), CancellationToken.None);
        return Assert.Single(receipt.Replies).Reply;
    }

    private static Task<Staff> Find(TestHost host, Func<Staff, bool> which) =>
        Task.FromResult(host.App.Services.GetRequiredService<StaffDirectory>().All.First(which));

    private static void Contacts(ChatLeadsDb db, string? source, int count, int refusals)
    {
        var segment = LeadPaths.SegmentOf("webchat", "es", new Visit(Source: source));
        for (var number = 0; number < count; number++)
            DailyCounts.AddContact(db, Day, segment);
        for (var number = 0; number < refusals; number++)
            DailyCounts.AddRefusal(db, Day, segment);
    }

    private static void Leads(ChatLeadsDb db, string? source, int leads, int mql, int sql, int opportunities, int customers, string? currency)
    {
        for (var number = 0; number < leads; number++)
        {
            var to = number < customers ? Stage.Customer : number < opportunities ? Stage.Opportunity : number < sql ? Stage.Sql : number < mql ? Stage.Mql : Stage.Lead;
            // Without the activity the hourly housekeeping would take them for forgotten ones, and erase them.
            var lead = new LeadRow { EnteredOn = Day, CreatedAt = At(Day), LastActivityAt = At(Day), Source = source, Language = "es", Channel = "webchat", ScoreJson = "{}" };
            if (to > Stage.Lead)
                lead.Move(to, At(Day.AddDays(10)), Day.AddDays(10), "1", "");
            if (to == Stage.Customer && currency is not null)
                (lead.Amount, lead.Currency) = (4_500, currency);
            db.Leads.Add(lead);
        }
    }

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(9, 0), TimeSpan.Zero);
}
