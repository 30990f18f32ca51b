using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;

namespace ChatLeads.Host.Takeover;

/// <summary>
/// While a staff member has a conversation, what they write goes to the prospect. To the desk go commands, pressed buttons, what
/// is said in a group, and a sentence that says nothing but to give the conversation back.
/// </summary>
internal sealed class RepWords(CurrentDialogs dialogs)
{
    /// <returns>What the desk says to it; null when all of it is for the desk.</returns>
    public IReadOnlyList<Reply>? Take(ChatLeadsDb db, Staff person, Turn turn)
    {
        var inbound = turn.Inbound;
        if (inbound.IsGroup || inbound.Content is not (TextSent { ByCommand: false } or Unreadable) || Hands.Of(db, person.Id) is not { } held)
            return null;
        if (inbound.Content is not TextSent { Text: var text })
            return [Say(TakeoverText.TextOnly, person)];
        if (text.AsSpan().TrimStart() is ['/', ..] || GivesBack(text, person, held, turn.At))
            return null;
        turn.About = [held.Lead];
        Hands.Say(db, held, person, text, inbound.AnswerTo, turn.At);
        return [];
    }

    private bool GivesBack(string text, Staff person, Held held, DateTimeOffset now) =>
        dialogs.Now.Desk.Parser.Parse(new DeskInput(text, person.Role, dialogs.Now.Playbook.Firm.Office.Local(now))) is { Request: DeskRequest.Release { Lead: var lead }, Confidence: > 0.9 }
        && (lead is null || lead.Number == held.Lead);

    private Reply Say(TakeoverText text, Staff person)
    {
        var languages = dialogs.Now.Playbook.Firm.Languages;
        var language = languages.Contains(person.Language) ? person.Language : languages[0];
        return new Reply(dialogs.Now.Desk.Answers.Say(text, language), language);
    }
}
