using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations;

/// <summary>What a person (or time) brings into a conversation, the same for every channel. Closed.</summary>
public abstract record Incoming
{
    private protected Incoming() { }
}

/// <summary>Words, as typed.</summary>
public sealed record TextSent(string Text) : Incoming
{
    /// <summary>It stands for a command or a button of the channel's (<c>/help</c>): words for the bot, never for another person.</summary>
    public bool ByCommand { get; init; }
}

/// <summary>A button of the bot's was pressed. <paramref name="Value"/> is the <see cref="Choice.Value"/> that it carried.</summary>
/// <param name="Asked">
/// The field that the button was an answer to, where the channel can tell: when something else is being asked by now,
/// the press is out of date and answers nothing.
/// </param>
public sealed record ChoicePressed(string Value, string Label, Field? Asked = null) : Incoming;

/// <summary>The chat was opened; nothing was said yet.</summary>
public sealed record Opened : Incoming;

/// <summary>The page told where the visitor came from.</summary>
public sealed record Visited(Visit Visit) : Incoming;

/// <summary>Something that the bot cannot take: a file, a picture, a voice note.</summary>
public sealed record Unreadable(string Kind) : Incoming;

/// <summary>Nothing came for the playbook's idle time.</summary>
public sealed record FellSilent : Incoming;

/// <summary>A person of the firm takes the conversation over: they answer, the bot is silent.</summary>
/// <param name="Seen">The sequence of the last thing said that they know of.</param>
public sealed record TakenOver(int StaffId, string Name, long Seen = 0) : Incoming;

/// <summary>What a person of the firm says to the prospect.</summary>
public sealed record RepSaid(int StaffId, string Name, string Text) : Incoming;

/// <summary>The conversation is the bot's again.</summary>
/// <param name="StaffId">Who had it.</param>
/// <param name="Unanswered">What the prospect has said since that person's last word; null when nothing.</param>
public sealed record GivenBack(int StaffId, string? Unanswered = null) : Incoming;
