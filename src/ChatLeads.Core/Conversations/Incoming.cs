using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations;

/// <summary>What a person (or time) brings into a conversation, the same for every channel. Closed.</summary>
public abstract record Incoming
{
    private protected Incoming() { }
}

/// <summary>Words, as typed.</summary>
public sealed record TextSent(string Text) : Incoming;

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
