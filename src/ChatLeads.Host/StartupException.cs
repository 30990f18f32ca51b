namespace ChatLeads.Host;

/// <summary>The program cannot start as it is set up: all that is wrong, for whoever runs it.</summary>
public sealed class StartupException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<string> Errors => errors;
}
