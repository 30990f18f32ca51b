using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatLeads.Channels.Teams;

/// <summary>The certificate that the bot signs in with, from a PFX without a password or a PEM with its key.</summary>
internal static class Certificates
{
    public static X509Certificate2 Load(string path) => Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
        ? X509Certificate2.CreateFromPemFile(path)
        : X509CertificateLoader.LoadPkcs12FromFile(path, null);

    /// <summary>Null when it can be used.</summary>
    public static string? Problem(string path)
    {
        if (!File.Exists(path))
            return $"names no file: {Path.GetFullPath(path)}.";
        try
        {
            using var certificate = Load(path);
            return certificate.HasPrivateKey ? null : "holds no private key.";
        }
        catch (CryptographicException)
        {
            return "cannot be read: a PFX without a password, or a PEM that also holds the private key, is expected.";
        }
    }
}
