using ChatLeads.Channels;
using ChatLeads.Host.Outbox;

namespace ChatLeads.Host.Takeover;

internal static class TakeoverServices
{
    public static void AddTakeover(this IServiceCollection services)
    {
        services.AddSingleton<RepWords>();
        services.AddSingleton<ProspectSide>();
        services.AddSingleton<ITypingSigns, TypingRelay>();
        services.AddSingleton<IOutboxHandler, HandsHandler>();
        services.AddSingleton<IOutboxHandler, HandsIdle>();
        services.AddSingleton<IOutboxHandler, RepMailHandler>();
    }
}
