using ChatLeads.Core.Conversations;
using ChatLeads.Host.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests.Takeover;

/// <summary>A scripted dialog that leaves to the true engine what has to do with a person who takes over.</summary>
internal static class TrueInHumanHands
{
    public static void AddDecider(this IServiceCollection services, Decider scripted) => services.AddSingleton<Decider>(provider =>
    {
        var engine = ProspectTurns.With(provider.GetRequiredService<CurrentDialogs>());
        return (state, inbound, id, now) => state.InHumanHands is not null || inbound.Content is TakenOver or RepSaid or GivenBack
            ? engine(state with { Disclosed = ["es", "en"] }, inbound, id, now)
            : scripted(state with { Language = state.Language ?? "en" }, inbound, id, now);
    });
}
