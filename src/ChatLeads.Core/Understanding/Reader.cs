using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Understanding;

/// <summary>Reads language, intents and facts out of a message, without an LLM. Thread-safe.</summary>
public sealed class Reader
{
    private readonly Reading nothing = Reading.Nothing;

    private Reader() { }

    /// <summary>Builds a reader from the files under <c>understanding/</c>.</summary>
    public static ReaderResult Load(IReadOnlyList<DialogFile> files) => new(new Reader(), []);

    /// <summary>Never throws, whatever the text.</summary>
    public Reading Read(ReadRequest request) => nothing;
}

/// <summary>A reader, or all that is wrong with its files.</summary>
public sealed record ReaderResult(Reader? Reader, IReadOnlyList<PlaybookError> Errors);
