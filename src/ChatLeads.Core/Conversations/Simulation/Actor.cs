using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations.Simulation;

/// <summary>Plays a persona: the opening, then an answer to whatever is asked, until nothing is.</summary>
public sealed class Actor(Persona persona)
{
    /// <summary>A conversation that has not ended by then never will.</summary>
    public const int MostTurns = 25;

    private readonly HashSet<string> answered = [];

    public int Turns { get; private set; }

    /// <summary>What the person says next; null when the conversation is over.</summary>
    /// <param name="asking">What the bot has asked for last.</param>
    public string? Next(Field? asking)
    {
        if (Turns >= MostTurns)
            return null;
        var line = Turns < persona.Opening.Count ? persona.Opening[Turns] : asking is { } field ? Answer(field.Id) : null;
        Turns += line is null ? 0 : 1;
        return line;
    }

    /// <summary>Nobody says the same again to a question that comes back.</summary>
    private string Answer(string field) =>
        answered.Add(field) && persona.Answers.TryGetValue(field, out var answer) ? answer : persona.Fallback;
}
