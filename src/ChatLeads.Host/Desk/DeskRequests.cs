using System.Collections.Frozen;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>Has each request carried out by its handler.</summary>
internal sealed class DeskRequests(IEnumerable<IDeskHandler> handlers)
{
    private readonly FrozenDictionary<Type, IDeskHandler> byRequest = handlers.ToFrozenDictionary(handler => handler.Request);

    public DeskResult Do(DeskTurn desk, DeskRequest request) =>
        !byRequest.TryGetValue(request.GetType(), out var handler) ? desk.Say(DeskAnswer.NotYet, ("help", desk.Words(DeskAnswer.Help)))
        : desk.Staff.Role < handler.Needs ? desk.Say(DeskAnswer.ManagersOnly)
        : handler.Do(desk, request);
}

internal static class DeskRequestServices
{
    public static void AddDeskRequests(this IServiceCollection services)
    {
        services.AddSingleton<DeskRequests>();
        foreach (var type in typeof(IDeskHandler).Assembly.GetTypes())
            if (type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDeskHandler)))
                services.AddSingleton(typeof(IDeskHandler), type);
    }
}
