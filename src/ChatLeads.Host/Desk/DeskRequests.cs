using System.Collections.Frozen;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>Has each request carried out by its handler.</summary>
internal sealed class DeskRequests(IEnumerable<IDeskHandler> handlers, Topics topics)
{
    private readonly FrozenDictionary<Type, IDeskHandler> byRequest = handlers.ToFrozenDictionary(handler => handler.Request);

    public DeskResult Do(DeskTurn desk, DeskRequest request)
    {
        var result = !byRequest.TryGetValue(request.GetType(), out var handler)
            ? desk.Say(DeskAnswer.NotYet) with { Choices = topics.Closest(desk) }
            : desk.Staff.Role < handler.Needs
            ? new DeskResult([desk.Say(DeskAnswer.ManagersOnly)]) { Outcome = DeskResult.Refused }
            : handler.Do(desk, request);
        Audit.Note(desk, request, result);
        return result;
    }
}

internal static class DeskRequestServices
{
    public static void AddDeskRequests(this IServiceCollection services)
    {
        services.AddSingleton<DeskRequests>();
        services.AddSingleton<Topics>();
        services.AddSingleton<ExportTickets>();
        foreach (var type in typeof(IDeskHandler).Assembly.GetTypes())
            if (type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDeskHandler)))
                services.AddSingleton(typeof(IDeskHandler), type);
    }
}
