using System.Text.Json;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Playbooks;

/// <summary>An answer that the playbook knows.</summary>
/// <param name="Id">The same in every language: the file's name without <c>.md</c>.</param>
/// <param name="Text">At most <see cref="KnowledgeArticle.MaxText"/> characters, plain.</param>
/// <param name="Score">0–1: how much of the question it covers.</param>
public sealed record KnowledgeAnswer(string Id, string Title, string Text, double Score);

/// <summary>A file of <c>dialogs/knowledge/</c>: optional front matter, then the answer.</summary>
/// <param name="Head">What the front matter says.</param>
internal sealed record KnowledgeArticle(string Id, string Language, KnowledgeHead Head, string Text)
{
    /// <summary>What one reads in a chat bubble without scrolling.</summary>
    public const int MaxText = 400;

    private const string Fence = "---";

    /// <param name="file">At <c>knowledge/LANGUAGE/ID.md</c>.</param>
    public static KnowledgeArticle Read(DialogFile file, ICollection<PlaybookError> errors)
    {
        var path = file.Path.Split('/');
        var id = path[^1][..^".md".Length];
        var (head, text) = Split(file);
        var front = head.Length == 0 ? KnowledgeHead.Untold : KnowledgeHead.Read(DialogNode.Parse(new DialogFile(file.Path, head), errors));
        if (text.Length is 0 or > MaxText)
            errors.Add(new PlaybookError(file.Path, 0, $"The answer has {text.Length} characters.", $"Write 1 to {MaxText}, or split it into two articles."));
        return new KnowledgeArticle(id, path[^2], front, text);
    }

    /// <summary>Front matter keeps its line numbers: its fence becomes a YAML document start.</summary>
    private static (string Head, string Text) Split(DialogFile file)
    {
        var lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        var text = string.Join('\n', lines[(end + 1)..]).Trim();
        return (string.Join('\n', lines[..Math.Max(0, end)]), text);
    }

    public string Title => Head.Title ?? Id.Replace('-', ' ');
}

/// <summary>Front matter: how an article is found.</summary>
/// <param name="AskedAs">Lines in which people ask for it, phrases between commas.</param>
/// <param name="Intent">It answers whoever shows this intent and asks nothing more definite.</param>
/// <param name="IsBackground">Its words tell rather who asks than what: "what does it cost for a garage?" is about the cost.</param>
/// <param name="WhileAsking">While this is asked, a question that could be about it is: "who sees it?" at the consent question.</param>
internal sealed record KnowledgeHead(string? Title, IReadOnlyList<string> AskedAs, Intent? Intent, bool IsBackground, Field? WhileAsking)
{
    public static readonly KnowledgeHead Untold = new(null, [], null, false, null);

    private static readonly string[] Intents = [.. Enum.GetNames<Intent>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    public static KnowledgeHead Read(DialogNode node)
    {
        node.AllowOnly("title", "asked_as", "intent", "background", "while_asking");
        return new KnowledgeHead(
            node.Get("title")?.Text(),
            [.. node.Get("asked_as")?.Items().Select(item => item.Text()) ?? []],
            node.Get("intent") is { } intent ? (Intent)Array.IndexOf(Intents, intent.OneOf(Intents)) : null,
            node.Get("background")?.Flag() ?? false,
            node.Get("while_asking") is { } asking ? new Field(asking.OneOf([.. Field.Known.Append(Field.Consent).Select(field => field.Id)])) : null);
    }
}
