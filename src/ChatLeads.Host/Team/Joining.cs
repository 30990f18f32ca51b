using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Team;

/// <summary>Lets in who writes <c>/join CODE</c>: a person in a private chat, a group in the group.</summary>
internal sealed class Joining(DbWriter writer, CurrentDialogs dialogs, JoinAttempts attempts, SignIn signIn, PublicUrl url, OutboxSignal outbox, TimeProvider clock)
{
    private const string Command = "/join";

    /// <summary>Null when something else was said.</summary>
    public static string? CodeIn(Incoming content) =>
        content is TextSent { Text: var text } && text.AsSpan().TrimStart().StartsWith(Command, StringComparison.OrdinalIgnoreCase)
        && text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var said, .. var code] && said.Length == Command.Length
            ? string.Concat(code)
            : null;

    public async Task<Reply> Join(Inbound inbound, string code, string? language)
    {
        var who = $"{inbound.Conversation.Channel}/{inbound.UserId}";
        if (!attempts.MayTry(who))
            return Say(StaffAnswer.TooManyCodes, Language(language));
        var entry = await writer.Write(db => Enter(db, inbound, code, Language(language)));
        outbox.Kick(); // A new menu.
        if (entry.Answer == StaffAnswer.NoSuchCode)
            attempts.WasWrong(who);
        if (entry is { Answer: StaffAnswer.Joined, StaffId: { } id } && inbound.Conversation.Channel == WebChatIdentity.VisitorChannel)
        {
            var secret = await signIn.NewCode(id);
            return Say(StaffAnswer.JoinedOnWeb, entry.Language, ("name", entry.Name), ("link", url.SignIn(secret))) with { Secret = secret };
        }
        return entry.Answer == StaffAnswer.GroupJoined ? Say(entry.Answer, entry.Language, ("group", entry.Name))
            : entry.Answer == StaffAnswer.Joined ? Say(entry.Answer, entry.Language, ("name", entry.Name))
            : Say(entry.Answer, entry.Language);
    }

    public Reply Say(StaffAnswer answer, string? language, params ReadOnlySpan<(string Name, string Value)> values) =>
        new(dialogs.Now.Desk.Answers.Say(answer, Language(language), values), Language(language));

    private Entry Enter(ChatLeadsDb db, Inbound inbound, string code, string language)
    {
        var now = clock.GetUtcNow();
        if (Invitations.Find(db, code, now) is not { } invitation)
            return new Entry(StaffAnswer.NoSuchCode, language);
        if (invitation.Role is null)
            return inbound.IsGroup ? EnterGroup(db, inbound, invitation, language, now) : new Entry(StaffAnswer.GroupCode, language);
        if (inbound.IsGroup)
            return new Entry(StaffAnswer.PersonalCode, language);
        if (inbound.Staff is not null)
            return new Entry(StaffAnswer.AlreadyIn, language);
        var person = Invitations.Accept(db, invitation, language, now);
        if (inbound.Conversation.Channel != WebChatIdentity.VisitorChannel)
            StaffChats.Link(db, person, inbound, now);
        return new Entry(StaffAnswer.Joined, person.Language, person.Name, person.Id);
    }

    private static Entry EnterGroup(ChatLeadsDb db, Inbound inbound, InvitationRow invitation, string language, DateTimeOffset now)
    {
        db.Invitations.Remove(invitation);
        var (channel, conversation) = inbound.Conversation;
        var group = db.StaffGroups.SingleOrDefault(row => row.Channel == channel && row.Conversation == conversation);
        if (group is null)
            db.StaffGroups.Add(group = new StaffGroupRow { Channel = channel, Conversation = conversation });
        (group.Name, group.JoinedAt, group.GoneAt) = (invitation.Name, now, null);
        return new Entry(StaffAnswer.GroupJoined, language, invitation.Name);
    }

    /// <summary>The nearest that the firm speaks.</summary>
    private string Language(string? tag) =>
        dialogs.Now.Playbook.Firm.Languages is var spoken && tag?.Split('-', '_')[0].ToLowerInvariant() is { } language && spoken.Contains(language)
            ? language
            : spoken[0];

    private sealed record Entry(StaffAnswer Answer, string Language, string Name = "", int? StaffId = null);
}
