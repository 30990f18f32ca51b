using System.Security.Cryptography;

namespace ChatLeads.Host;

/// <summary>The secret that tokens and proofs are signed with. Made once; readable by the program's user alone.</summary>
public sealed class SigningKey
{
    private SigningKey(byte[] bytes) => Bytes = bytes;

    /// <summary>32 bytes.</summary>
    public byte[] Bytes { get; }

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static SigningKey Load(string dataDirectory)
    {
        var file = Path.Combine(dataDirectory, "signing.key");
        if (!File.Exists(file))
            Create(file);
        var bytes = File.ReadAllBytes(file);
        return bytes.Length == 32
            ? new SigningKey(bytes)
            : throw new InvalidDataException($"{file} does not hold a key of 32 bytes. Remove it, and everybody signs in anew.");
    }

    private static void Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(RandomNumberGenerator.GetBytes(32));
    }
}
