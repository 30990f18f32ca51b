using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
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
        if (held.IsGone)
            return [NotSent(db, person, held)];
        Hands.Say(db, held, person, text, inbound.AnswerTo, turn.At);
        return [];
    }

    private bool GivesBack(string text, Staff person, Held held, DateTimeOffset now) =>
        dialogs.Now.Desk.Parser.Parse(new DeskInput(text, person.Role, dialogs.Now.Playbook.Firm.Office.Local(now))) is { Request: DeskRequest.Release { Lead: var lead }, Confidence: > 0.9 }
        && (lead is null || lead.Number == held.Lead);

    private Reply NotSent(ChatLeadsDb db, Staff person, Held held) => Say(
        TakeoverText.NotSent, person, ("lead", LeadViews.NameOf(db.Leads.Find(held.Lead)!)), ("channel", dialogs.Now.Desk.Cards.Channel(held.Key.Channel, Language(person)))) with { Leads = [held.Lead] };

    private Reply Say(TakeoverText text, Staff person, params ReadOnlySpan<(string Name, string Value)> values) =>
        new(dialogs.Now.Desk.Answers.Say(text, Language(person), values), Language(person));

    private string Language(Staff person) =>
        dialogs.Now.Playbook.Firm.Languages is var languages && languages.Contains(person.Language) ? person.Language : languages[0];
}
