using System.Security.Cryptography;
using System.Text;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;

namespace ChatLeads.Host.Tests;

/// <summary>
/// A dialog that does as it is told, so that these tests are about the pipeline: <c>agree EMAIL NAME</c>, <c>hot EMAIL NAME</c>, <c>consent</c>,
/// <c>fact FIELD VALUE</c>, <c>refuse</c>, <c>stop</c>, <c>erase</c>; anything else is answered by its echo.
/// </summary>
internal static class ScriptedDecider
{
    public static Decision Decide(ConversationState state, Inbound inbound, string messageId, DateTimeOffset now)
    {
        var text = inbound.Content is TextSent sent ? sent.Text : inbound.Content.GetType().Name;
        var words = text.Split(' ', 3);
        var quote = new Quote(messageId, text, now);
        return words[0] switch
        {
            "agree" => Agree(state, words[1], words[2], quote, inbound, Temperature.Warm),
            "consent" => Say(state with { MayBeKept = true }, "thanks"),
            "hot" => Agree(state, words[1], words[2], quote, inbound, Temperature.Hot),
            "fact" => Keep(With(state, new Fact(new Field(words[1]), new TextValue(words[2]), quote)), inbound, Temperature.Warm, []),
            "refuse" => Say(state, "refused", new CountRefusal("en", state.Visit)),
            "stop" => Say(state, "stopped", new StopMessages()),
            "erase" => Say(ConversationState.New, "erased", new EraseLead()),
            "hello" => Say(state, "hello", new CountContact("en", state.Visit)),
            "boom" => throw new InvalidOperationException("as scripted"),
            _ => Say(state, $"you said {text}"),
        };
    }

    private static Decision Agree(ConversationState state, string email, string name, Quote quote, Inbound inbound, Temperature temperature)
    {
        const string asked = "May we keep your data?";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)));
        var consent = new ConsentRecord(
            ConsentPurpose.Contact, true, asked, hash, "3", new Uri("https://example.com/privacy"), "en",
            inbound.Conversation.Channel, quote.At, quote.MessageId);
        state = With(state with { MayBeKept = true }, new Fact(Field.Email, new TextValue(email), quote));
        return Keep(With(state, new Fact(Field.Name, new TextValue(name), quote)), inbound, temperature, [new KeepConsent(consent)]);
    }

    private static Decision Keep(ConversationState state, Inbound inbound, Temperature temperature, IReadOnlyList<Effect> effects)
    {
        var score = new Score(temperature == Temperature.Hot ? 80 : 50, temperature, [], []);
        var lead = new LeadSnapshot(state.Facts, score, Stage.Mql, "en", inbound.Conversation.Channel, state.Visit, Marketing: false);
        return Say(state, "kept", [.. effects, new KeepLead(lead), .. temperature == Temperature.Hot ? [new AlertReps(AlertReason.Hot)] : Array.Empty<Effect>()]);
    }

    private static ConversationState With(ConversationState state, Fact fact) =>
        state with { Facts = [.. state.Facts.Where(known => known.Field != fact.Field), fact] };

    private static Decision Say(ConversationState state, string text, params Effect[] effects) => new(state, [new Reply(text, "en")], effects);
}
