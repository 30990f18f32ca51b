namespace ChatLeads.Host;

/// <summary>
/// One program to a data directory: two would each hold half of a conversation in memory, and each send what is due. The
/// operating system lets go of it however the program ends.
/// </summary>
internal sealed class DataLock(ChatLeadsOptions options) : IDisposable
{
    // What "somebody else has it" is called: EWOULDBLOCK, and a sharing violation.
    private const int Linux = 11;
    private const int Mac = 35;
    private const int Windows = unchecked((int)0x80070020);

    private readonly FileStream file = Take(options.DataDirectory);

    public void Dispose() => file.Dispose();

    private static FileStream Take(string directory)
    {
        try
        {
            return new FileStream(Path.Combine(directory, "chatleads.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure.HResult is Linux or Mac or Windows)
        {
            throw new StartupException(
                [$"{Path.GetFullPath(directory)} is in use by another ChatLeads. Stop that one, or point ChatLeads:DataDirectory to another folder."]);
        }
    }
}
