using ChatLeads.Channels;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Takeover;
using ChatLeads.Host.Team;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatLeads.Host;

/// <summary>What the program is made of.</summary>
public static class ChatLeadsServices
{
    /// <summary>Storage, the turn pipeline and the outbox.</summary>
    public static IServiceCollection AddChatLeads(this IServiceCollection services, ChatLeadsOptions options, Dialogs dialogs)
    {
        DataFolder.Create(options.DataDirectory);
        services.AddSingleton(options);
        services.AddSingleton(new CurrentDialogs(dialogs));
        services.AddSingleton(SigningKey.Load(options.DataDirectory));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options.Place().Pool());
        services.AddSingleton<DataLock>();
        services.AddSingleton<DbWriter>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<StaffDirectory>();
        services.AddSingleton<IStaffDirectory>(provider => provider.GetRequiredService<StaffDirectory>());
        services.AddHostedService<DatabaseStart>();
        services.AddSingleton<WarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<WarmUp>());
        AddTeam(services);
        AddTurns(services);
        AddOutbox(services);
        return services;
    }

    private static void AddTeam(IServiceCollection services)
    {
        services.AddSingleton<PublicUrl>();
        services.AddSingleton<JoinAttempts>();
        services.AddSingleton<Joining>();
        services.AddSingleton<StaffChats>();
        services.AddSingleton<Entrance>();
        services.AddSingleton<Reachability>();
        services.AddSingleton<IOutboxHandler, StaffReplyHandler>();
    }

    private static void AddTurns(IServiceCollection services)
    {
        services.AddSingleton<LiveConversations>();
        services.AddSingleton<ITranscripts>(provider => provider.GetRequiredService<LiveConversations>());
        services.AddSingleton<ITurns, TurnPipeline>();
        services.TryAddSingleton(provider => ProspectTurns.With(provider.GetRequiredService<CurrentDialogs>()));
        services.AddSingleton<ProspectTurns>();
        services.AddDeskRequests();
        services.AddSingleton<StaffDesk>();
        services.AddSingleton<StaffTurns>();
        services.AddTakeover();
        services.AddSingleton<TurnRecorder>();
        services.AddSingleton<TurnEffects>();
        services.AddSingleton<ErasureTurns>();
        services.AddSingleton<StoredData>();
        services.AddHostedService<MemorySweeper>();
    }

    private static void AddOutbox(IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IdleTime>();
        services.AddSingleton<PushChannels>();
        services.AddSingleton<OutboxAttempts>();
        services.AddSingleton<IOutboxHandler, UndeliveredHandler>();
        services.AddSingleton<IOutboxHandler, Menus>();
        services.AddSingleton<IOutboxHandler, IdleHandler>();
        services.AddSingleton<IOutboxHandler, MessageHandler>();
        services.AddSingleton<AlertCards>();
        services.AddSingleton<IOutboxHandler, OfferHandler>();
        services.AddSingleton<IOutboxHandler, AlertHandler>();
        services.AddSingleton<IOutboxHandler, AlertEditHandler>();
        services.AddSingleton<IOutboxHandler, NoticeHandler>();
        services.AddSingleton<IOutboxHandler, DigestDueHandler>();
        services.AddSingleton<IOutboxHandler, DigestSendHandler>();
        services.AddSingleton<Housekeeping>();
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<Housekeeping>());
        services.AddSingleton<IPushChannel, DeskChannel>();
        services.AddSingleton<Announcements>();
        services.AddHostedService<OutboxDispatcher>();
    }
}
