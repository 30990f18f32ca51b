using System.Collections.Immutable;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Scoring;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations;

/// <summary>One turn in the making: each step takes one and gives the next.</summary>
/// <param name="Before">The state as the turn found it.</param>
/// <param name="Talk">What is said ahead of the question, in order.</param>
internal sealed record Turn(
    Playbook Playbook,
    ConversationState Before,
    ConversationState State,
    Said Said,
    Reading Reading,
    DateTimeOffset Now,
    ImmutableArray<string> Talk,
    ImmutableArray<Effect> Effects)
{
    /// <summary>Shows that the message was understood: said ahead of all else.</summary>
    public string? Acknowledgement { get; init; }

    /// <summary>What to ask at the end.</summary>
    public Field? Question { get; init; }

    /// <summary>The remaining steps are skipped: all is said.</summary>
    public bool Settled { get; init; }

    /// <summary>The consent question was put often enough, but a yes to it would still count.</summary>
    public bool ConsentStaysOpen { get; init; }

    /// <summary>Nothing came of it: no word, no change.</summary>
    public bool Ignored { get; init; }

    public string Language => State.Language ?? Playbook.Firm.Languages[0];

    public string Text => Said.Content switch
    {
        TextSent sent => sent.Text,
        ChoicePressed pressed => pressed.Label,
        GivenBack { Unanswered: { } unanswered } => unanswered,
        _ => "",
    };

    /// <summary>What a rep reads of a message beside a reason.</summary>
    private const int LongestQuote = 300;

    /// <summary>The message as what a signal rests on; of a wall of text its beginning.</summary>
    public Quote Quote => new(Said.MessageId, Text.Length <= LongestQuote ? Text : Text[..LongestQuote] + "…", Now);

    /// <summary>Counted anew only when what it rests on has changed.</summary>
    public Assessment Assessment
    {
        get
        {
            if (assessed is not { For: var before } || !Standing.RestsOnTheSame(before, State))
                assessed = (State, Standing.Assess(Playbook, State, Now));
            return assessed.Value.Assessment;
        }
    }

    public Temperature Temperature => Assessment.Temperature;

    private (ConversationState For, Assessment Assessment)? assessed;

    public static Turn Begin(Playbook playbook, ConversationState state, Said said, DateTimeOffset now) =>
        new(playbook, state, state, said, said.Reading, now, [], []);

    /// <summary>Runs the steps up to the first that settles the turn.</summary>
    public Turn Through(params ReadOnlySpan<Func<Turn, Turn>> steps)
    {
        var turn = this;
        foreach (var step in steps)
            if (!turn.Settled)
                turn = step(turn);
        return turn;
    }

    public Turn Say(Line line, params (string Name, string Value)[] values) => Say(Playbook.Texts[line], values);

    public Turn Say(Wordings wordings, params (string Name, string Value)[] values) =>
        SayText(Fill(wordings, State.Turns, values));

    public Turn SayText(string text) => this with { Talk = Talk.Add(text) };

    public Turn Do(Effect effect) => this with { Effects = Effects.Add(effect) };

    public Turn End(Ending ending) => this with { State = State with { Ended = ending } };

    public Turn Ignore() => this with { Ignored = true, Settled = true };

    public Turn Settle() => this with { Settled = true };

    public string Fill(Wordings wordings, int wording, params (string Name, string Value)[] values)
    {
        var text = wordings.In(Language, wording);
        return text.Contains('{') ? Filled(text, values) : text;
    }

    /// <summary>Apart, so that a text without places to fill costs no closure.</summary>
    private string Filled(string text, (string Name, string Value)[] values) => Wordings.Fill(text, name => ValueOf(name, values));

    public string Words(Line line, params (string Name, string Value)[] values) =>
        Fill(Playbook.Texts[line], State.Turns, values);

    private string? ValueOf(string name, (string Name, string Value)[] values)
    {
        foreach (var given in values)
            if (given.Name == name)
                return given.Value;
        return name == "comma_name" ? CommaName() : Playbook.Firm.Value(name, Language);
    }

    private string CommaName() => State.ValueOf(Field.Name) is TextValue own ? $", {own.Text.Split(' ')[0]}" : "";
}
