using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.CommandLine;
using ChatLeads.Host.Team;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

public class MembershipTests
{
    private static readonly ConversationKey Private = new("pigeon", "marta"), Group = new("pigeon", "sales");

    [Fact]
    public async Task A_code_lets_one_person_in_once()
    {
        await using var host = await TestHost.Start();
        var code = await Invite(host, "Marta");

        Assert.Equal("Hello, Marta, you're in the team now.", FirstSentence(await Write(host, Private, "marta", $"/join {code.ToLowerInvariant()}")));
        Assert.StartsWith("That code doesn't work", await Write(host, new ConversationKey("pigeon", "eve"), "eve", $"/join {code}"), StringComparison.Ordinal);

        await using var db = host.Database();
        var account = await db.StaffAccounts.SingleAsync();
        Assert.Equal(("pigeon", "marta", "marta"), (account.Channel, account.UserId, account.Conversation));
        Assert.Equal(("Marta", Role.Rep), ((await db.Staff.SingleAsync(row => row.Id == account.StaffId)).Name, Role.Rep));
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), host.Disk());
    }

    [Fact]
    public async Task Who_has_joined_talks_to_the_desk_and_others_to_the_bot()
    {
        await using var host = await TestHost.Start();
        await Write(host, Private, "marta", $"/join {await Invite(host, "Marta")}");
        await host.Say(new ConversationKey("webchat", "ana"), "hot ana@example.com Ana Ruiz");

        Assert.Contains("Ana Ruiz", await Write(host, Private, "marta", "today's hot leads"));
        Assert.Equal("you said today's hot leads", await Write(host, new ConversationKey("pigeon", "eve"), "eve", "today's hot leads"));
        Assert.False(await host.Database().Conversations.AnyAsync(row => row.Channel == "pigeon"));
    }

    [Fact]
    public async Task A_further_code_for_the_same_name_adds_a_channel()
    {
        await using var host = await TestHost.Start();
        await Write(host, Private, "marta", $"/join {await Invite(host, "Marta")}");
        await Write(host, new ConversationKey("raven", "m7"), "m7", $"/join {await Invite(host, "MARTA")}");

        await using var db = host.Database();
        Assert.Equal(["pigeon", "raven"], await db.StaffAccounts.OrderBy(row => row.Channel).Select(row => row.Channel).ToListAsync());
        Assert.Equal(1, await db.Staff.CountAsync(row => row.Name == "Marta"));
        Assert.StartsWith("You're in the team already", await Write(host, Private, "marta", $"/join {await Invite(host, "Luis")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_grows_old_and_guessing_is_slow()
    {
        await using var host = await TestHost.Start();
        var code = await Invite(host, "Marta");
        host.Clock.Advance(Invitations.Lifetime);
        for (var guess = 0; guess < JoinAttempts.MostEach; guess++)
            Assert.StartsWith("That code doesn't work", await Write(host, Private, "marta", $"/join {code}"), StringComparison.Ordinal);

        var good = await Invite(host, "Marta");
        Assert.StartsWith("Too many attempts", await Write(host, Private, "marta", $"/join {good}"), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.StartsWith("Hello, Marta", await Write(host, Private, "marta", $"/join {good}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_joins_by_a_code_of_its_own_and_answers_the_team_alone()
    {
        await using var host = await TestHost.Start();
        var personal = await Invite(host, "Marta");
        var group = await Invite(host, "Sales", null);

        Assert.StartsWith("That code is for a group", await Write(host, Private, "marta", $"/join {group}"), StringComparison.Ordinal);
        Assert.StartsWith("That code is for a person", await Write(host, Group, "marta", $"/join {personal}", isGroup: true), StringComparison.Ordinal);
        Assert.Contains("(Sales)", await Write(host, Group, "marta", $"/join {group}", isGroup: true));
        Assert.StartsWith("In this group I only answer the team", await Write(host, Group, "marta", "today's hot leads", isGroup: true), StringComparison.Ordinal);
        await Write(host, Private, "marta", $"/join {personal}");
        Assert.Equal("There are no such leads.", await Write(host, Group, "marta", "today's hot leads", isGroup: true));
    }

    [Fact]
    public async Task On_the_website_a_code_becomes_a_link_to_the_desk()
    {
        await using var host = await TestHost.Start();
        var said = await Write(host, new ConversationKey("webchat", "v1"), "v1", $"/join {await Invite(host, "Marta")}");
        using var browser = Browser(host);

        await browser.GetAsync(new Uri(Regex.Match(said, @"http\S+").Value));

        Assert.Contains("\"Marta\"", await (await browser.PostAsync("/desk/token", null)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_manager_invites_in_chat_and_the_code_is_not_kept()
    {
        await using var host = await TestHost.Start();
        var owner = new Staff(1, "Owner", Role.Manager, "es");

        var said = await Ask(host, owner, "invita a Marta como comercial");
        var code = Regex.Match(said, "/join ([A-Z0-9-]+)").Groups[1].Value;

        Assert.Contains("Marta (comercial)", said);
        Assert.DoesNotContain(code, host.Disk());
        Assert.StartsWith("Hello, Marta", await Write(host, Private, "marta", $"/join {code}"), StringComparison.Ordinal);
        Assert.StartsWith("Only a manager", await Write(host, Private, "marta", "invite Luis as a manager"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_desks_tokens_too()
    {
        await using var host = await TestHost.Start();
        using var browser = Browser(host);
        await browser.GetAsync($"/desk?code={await Invite(host, "Marta")}");
        var token = (await Json(await browser.PostAsync("/desk/token", null))).GetProperty("token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await Refresh(browser, token));

        await browser.PostAsync("/desk/sign-out", null);

        Assert.Equal(HttpStatusCode.Forbidden, await Refresh(browser, token));
    }

    [Fact]
    public async Task While_the_program_runs_the_command_line_lets_in_and_shuts_out_at_once()
    {
        await using var host = await TestHost.Start(at: TimeProvider.System.GetUtcNow());
        await Write(host, Private, "marta", $"/join {await Invite(host, "Marta")}");
        var (code, link) = await Run(host, "sign-in", "marta");
        Assert.Equal(0, code);
        using var browser = Browser(host);
        await browser.GetAsync(new Uri(link.Trim()).PathAndQuery);
        var token = (await Json(await browser.PostAsync("/desk/token", null))).GetProperty("token").GetString()!;

        Assert.Equal((0, $"Owner  manager  desk{Environment.NewLine}Marta  rep  desk, pigeon"), await Run(host, "staff", "list"));
        Assert.Equal(0, (await Run(host, "staff", "remove", "Marta")).Code);

        Assert.Equal(HttpStatusCode.Forbidden, await Refresh(browser, token));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/desk/token", null)).StatusCode);
        Assert.Equal("you said today's hot leads", await Write(host, Private, "marta", "today's hot leads"));
        Assert.Equal(1, (await Run(host, "staff", "remove", "Owner")).Code);
        Assert.Equal(1, (await Run(host, "sign-in", "Marta")).Code);
    }

    [Fact]
    public async Task The_verb_invite_prints_a_code_that_works()
    {
        await using var host = await TestHost.Start(at: TimeProvider.System.GetUtcNow());
        var (code, said) = await Run(host, "invite", "Marta", "--role", "manager");

        Assert.Equal(0, code);
        await Write(host, Private, "marta", Regex.Match(said, "/join [A-Z0-9-]+").Value);
        Assert.Equal(Role.Manager, (await host.Database().Staff.SingleAsync(row => row.Name == "Marta")).Role);
    }

    private static Task<string> Invite(TestHost host, string name, Role? role = Role.Rep) => Team.Invite(host, name, role);

    private static async Task<string> Write(TestHost host, ConversationKey chat, string user, string text, bool isGroup = false) =>
        (await host.Turns.Take(
            new Inbound(chat, Guid.NewGuid().ToString("N"), user, new TextSent(text), Locale: "en", IsGroup: isGroup), CancellationToken.None)).Replies.Single().Reply.Text;

    private static async Task<string> Ask(TestHost host, Staff person, string text) =>
        (await host.Turns.Take(
            new Inbound(WebChatIdentity.ForStaff(person.Id).Conversation, Guid.NewGuid().ToString("N"), "x", new TextSent(text), person), CancellationToken.None)).Replies.Single().Reply.Text;

    private static string FirstSentence(string text) => text[..(text.IndexOf('.', StringComparison.Ordinal) + 1)];

    private static HttpClient Browser(TestHost host) => new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.App.Urls.First()) };

    private static async Task<HttpStatusCode> Refresh(HttpClient browser, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/refresh");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await browser.SendAsync(request)).StatusCode;
    }

    private static async Task<System.Text.Json.JsonElement> Json(HttpResponseMessage response)
    {
        using var document = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private static async Task<(int Code, string Said)> Run(TestHost host, params string[] args)
    {
        var (output, before) = (new StringWriter(), Console.Out);
        Console.SetOut(output);
        try
        {
            return (await Commands.Run([.. args, "--data", host.Data], _ => Task.FromResult(-1)), output.ToString().Trim());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
