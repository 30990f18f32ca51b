using ChatLeads.Channels;
using ChatLeads.Channels.Teams;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Turns;

namespace ChatLeads.Host;

/// <summary>What is printed when the program has started.</summary>
internal static class Welcome
{
    public static async Task Print(IServiceProvider services, IEnumerable<string> urls)
    {
        var options = services.GetRequiredService<ChatLeadsOptions>();
        var url = urls.First().Replace("0.0.0.0", "localhost").Replace("[::]", "localhost").TrimEnd('/');
        Console.WriteLine($"""

            ChatLeads is running. Ctrl-C stops it.

              Demo site   {url}/
              Desk        {await DeskLink(services, url)}
              Channels    {string.Join(", ", Channels(services))}
              LLM         off: understanding is built in
              Data        {options.Place().Name}

            """);
    }

    private static IEnumerable<string> Channels(IServiceProvider services) =>
        services.GetServices<IPushChannel>().Where(channel => channel is not DeskChannel)
            .Select(channel => channel.Name == "teams" ? Teams(services.GetRequiredService<TeamsOptions>()) : Named(services, channel.Name))
            .Prepend(Named(services, WebChatIdentity.VisitorChannel));

    private static string Named(IServiceProvider services, string channel) =>
        services.GetRequiredService<CurrentDialogs>().Now.Desk.Cards.Channel(channel, "en");

    private static string Teams(TeamsOptions options) =>
        options.HasAppId ? "teams" : $"teams (clients on this machine only, unchecked: {TeamsOptions.Section}:AppId is not set)";

    /// <summary>For the first manager: works once.</summary>
    private static async Task<string> DeskLink(IServiceProvider services, string url)
    {
        var manager = services.GetRequiredService<StaffDirectory>().All.Where(person => person.Role == Role.Manager).MinBy(person => person.Id);
        return manager is null
            ? $"{url}/desk (nobody may sign in)"
            : $"{url}/desk?code={await services.GetRequiredService<SignIn>().NewCode(manager.Id)}   ({manager.Name}; works once)";
    }
}
