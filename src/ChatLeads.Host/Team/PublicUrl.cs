using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatLeads.Host.Team;

/// <summary>Where people open the desk: as the settings say, else where the program listens.</summary>
internal sealed class PublicUrl(ChatLeadsOptions options, IServer? server = null)
{
    private string Base => options.PublicUrl ?? server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? HostBuilder.DefaultUrl;

    public string SignIn(string code) => SignIn(Base, code);

    /// <param name="path">Without a slash at its beginning.</param>
    public string Of(string path) => $"{Local(Base)}/{path}";

    public static string SignIn(string url, string code) => $"{Local(url)}/desk?code={code}";

    /// <summary>Listening everywhere is no address to open.</summary>
    public static string Local(string url) =>
        url.Replace("0.0.0.0", "localhost").Replace("[::]", "localhost").Replace("*", "localhost").Replace("+", "localhost").TrimEnd('/');
}
