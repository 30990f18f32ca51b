using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Tests;

/// <summary>Staff members who talk to the desk of a <see cref="TestHost"/>.</summary>
internal static class DeskTalk
{
    public static async Task<Staff> Join(this TestHost host, string name, Role role = Role.Rep, string language = "es")
    {
        await using var db = host.Database();
        var row = new StaffRow { Name = name, Role = role, Language = language, CreatedAt = host.Clock.GetUtcNow() };
        db.Staff.Add(row);
        await db.SaveChangesAsync();
        return row.ToStaff();
    }

    /// <summary>A lead that is hot now; its number.</summary>
    public static async Task<int> Hot(this TestHost host, string name, string? id = null)
    {
        id ??= string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        await host.Say(new ConversationKey("webchat", id), $"hot {id}@example.com {name}");
        await using var db = host.Database();
        return db.Leads.Single(lead => lead.Email == $"{id}@example.com").Number;
    }

    /// <summary>All that is answered, as text; buttons and cards' rows in lines of their own.</summary>
    public static async Task<string> Ask(this TestHost host, Staff person, string text, string channel = WebChatIdentity.DeskChannel) =>
        string.Join('\n', (await host.Replies(person, text, channel)).Select(Text));

    public static async Task<IReadOnlyList<Reply>> Replies(this TestHost host, Staff person, string text, string channel = WebChatIdentity.DeskChannel)
    {
        var key = new ConversationKey(channel, $"staff-{person.Id}");
        var receipt = await host.Turns.Take(new Inbound(key, Guid.NewGuid().ToString("N"), key.Id, new TextSent(text), person), CancellationToken.None);
        return [.. receipt.Replies.Select(entry => entry.Reply)];
    }

    /// <summary>Presses the button of that label below the last answer.</summary>
    public static async Task<string> Press(this TestHost host, Staff person, string label)
    {
        var key = new ConversationKey(WebChatIdentity.DeskChannel, $"staff-{person.Id}");
        var choice = (await host.Transcript(key)).Last(entry => entry.Speaker == Speaker.Bot).Reply.Choices.First(choice => choice.Label.Contains(label, StringComparison.Ordinal));
        var receipt = await host.Turns.Take(
            new Inbound(key, Guid.NewGuid().ToString("N"), key.Id, new ChoicePressed(choice.Value, choice.Label), person), CancellationToken.None);
        return string.Join('\n', receipt.Replies.Select(entry => Text(entry.Reply)));
    }

    private static string Text(Reply reply)
    {
        IEnumerable<string> lines = [reply.Text];
        if (reply.Card is { } card)
            lines = lines.Append(card.Title).Concat(card.Rows.Select(row => $"{row.Label}: {row.Value}"));
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }
}
