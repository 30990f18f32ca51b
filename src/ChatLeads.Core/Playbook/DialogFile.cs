namespace ChatLeads.Core.Playbooks;

/// <summary>A file of <c>dialogs/</c> as text: Core reads no disk.</summary>
/// <param name="Path">Relative to <c>dialogs/</c>, with forward slashes, e.g. <c>understanding/es/roles.yaml</c>.</param>
public sealed record DialogFile(string Path, string Text);

/// <summary>What is wrong in a file of <c>dialogs/</c>, and how to mend it.</summary>
/// <param name="Line">1-based; 0 when the whole file is meant.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
public sealed record PlaybookError(string File, int Line, string Message, string Remedy)
{
    public override string ToString() => $"{File}:{Line}: {Message} {Remedy}";
}
