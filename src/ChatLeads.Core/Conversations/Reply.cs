using System.Text.Json.Serialization;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations;

/// <summary>What the bot says, channel-neutral (law 10): a channel renders it inside its own limits.</summary>
/// <param name="Text">Plain text; a URL in it may be made a link, nothing in it is markup.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
/// <param name="Asking">The field that this reply asks for; null when it asks for none.</param>
public sealed record Reply(string Text, string Language, Field? Asking = null)
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public Card? Card { get; init; }
    public Picture? Picture { get; init; }

    /// <summary>Whose words these are, when they are a person's and not the bot's: channels show the name.</summary>
    public string? SpokenBy { get; init; }

    /// <summary>For channels that show no names.</summary>
    [JsonIgnore]
    public string SignedText => SpokenBy is null ? Text : $"{SpokenBy}: {Text}";

    /// <summary>Numbers of the leads that it tells staff about: an erasure finds it by them.</summary>
    public IReadOnlyList<int> Leads { get; init; } = [];

    /// <summary>A part of the text that is not kept, such as a code: on disk dots stand in its place.</summary>
    [JsonIgnore]
    public string? Secret { get; init; }

    public Reply ToKeep() => Secret is { Length: > 0 } secret ? this with { Text = Text.Replace(secret, "•••", StringComparison.Ordinal) } : this;

    /// <summary>The next words are the person's: shown as an expecting input by channels that can.</summary>
    public bool ExpectsAnswer => Asking is not null || Choices.Count > 0;
}

/// <summary>A button. Pressing it is the same as sending <paramref name="Value"/>, shown as <paramref name="Label"/>.</summary>
public sealed record Choice(string Label, string Value);

/// <summary>A boxed summary, such as an alert or a lead's sheet.</summary>
/// <param name="Rows">Label and value pairs; the label may be empty.</param>
public sealed record Card(string Title, string? Subtitle, IReadOnlyList<CardRow> Rows, IReadOnlyList<Choice> Actions);

public sealed record CardRow(string Label, string Value);

/// <summary>A PNG.</summary>
public sealed record Picture(byte[] Png, string AltText);
