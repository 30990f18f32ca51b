using System.Text.Json;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Tests.Scoring;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Conversations;

/// <summary>A conversation with the bot of <c>dialogs/</c>, in which a test says what was read.</summary>
internal sealed class Chat
{
    /// <summary>A Monday, half past ten in Madrid.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    public static readonly Playbook Playbook = Load();

    private int messages;

    public ConversationState State { get; private set; } = ConversationState.New;
    public DateTimeOffset Now { get; private set; } = Monday;
    public IReadOnlyList<Reply> Replies { get; private set; } = [];
    public IReadOnlyList<Effect> Effects { get; private set; } = [];
    public List<Effect> AllEffects { get; } = [];
    public List<string> Asked { get; } = [];

    public string? Asking => State.Asking?.Id;
    public string Text => string.Join(" | ", Replies.Select(reply => reply.Text));

    /// <param name="reading">Language, intents and facts, as words: <c>es greet need size=14 budget=5000EUR/year name=Ana</c>; <c>-</c> for no language.</param>
    public Chat Says(string text, string reading) => Takes(new TextSent(text), Read(reading, text));

    /// <param name="language">What the client's browser speaks.</param>
    public Chat Opens(string? language = null)
    {
        State = State with { Language = State.Language ?? language };
        return Takes(new Opened());
    }

    public Chat Presses(string value, string label = "") => Takes(new ChoicePressed(value, label), Reading.Nothing);

    public Chat After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public Chat Takes(Incoming content, Reading? reading = null)
    {
        // Each turn starts from the stored form, so that every scene proves that the state survives it.
        var stored = Stored(State);
        var decision = Conversation.Decide(Playbook, stored, new Said($"m{++messages}", content, reading ?? Reading.Nothing), Now);
        (State, Replies, Effects) = (decision.State, decision.Replies, decision.Effects);
        AllEffects.AddRange(Effects);
        Asked.AddRange(Replies.Where(reply => reply.Asking is not null).Select(reply => reply.Asking!.Value.Id));
        return this;
    }

    public string Json => JsonSerializer.Serialize(State, Options);

    private static ConversationState Stored(ConversationState state) =>
        JsonSerializer.Deserialize<ConversationState>(JsonSerializer.Serialize(state, Options), Options)!;

    public bool Did<T>() where T : Effect => AllEffects.OfType<T>().Any();

    public static Reading Read(string words, string text)
    {
        var tokens = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var intents = new HashSet<Intent>();
        var facts = new List<ReadFact>();
        foreach (var token in tokens.Skip(1))
            if (token == "need")
                facts.Add(new ReadFact(Field.Need, StatedValue.Yes, 0, text.Length));
            else if (token.Split('=') is [var field, var value])
                facts.Add(Fact(field, value.Replace('_', ' '), text));
            else
                intents.Add(JsonSerializer.Deserialize<Intent>($"\"{token.Replace("_", "", StringComparison.Ordinal)}\"", Options));
        return new Reading(tokens[0] == "-" ? null : tokens[0], intents, facts);
    }

    private static readonly JsonSerializerOptions Options = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private static ReadFact Fact(string field, string value, string text) => field switch
    {
        "size" => new ReadFact(Field.CompanySize, Given.People(value), 0, text.Length),
        "budget" => new ReadFact(Field.Budget, Given.Money(value), 0, text.Length),
        "authority" or "timeline" => new ReadFact(new Field(field), new ChoiceValue(value), 0, text.Length),
        _ => new ReadFact(new Field(field), new TextValue(value), 0, text.Length),
    };

    private static Playbook Load()
    {
        var result = Playbook.Load(DialogsFolder.Files(""));
        Assert.Empty(result.Errors);
        return result.Playbook!;
    }
}
