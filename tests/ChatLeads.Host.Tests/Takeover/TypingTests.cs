using System.Collections.Concurrent;
using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;
using static ChatLeads.Host.Tests.Takeover.TakeoverWorld;

namespace ChatLeads.Host.Tests.Takeover;

public class TypingTests
{
    [Fact]
    public async Task Each_side_sees_that_the_other_writes_while_a_person_has_the_conversation()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, "agree ana@example.com Ana Ruiz");
        var (atAna, atDesk) = (Watch(world, Ana), Watch(world, DeskOf(marta)));
        await world.AtDesk(marta, "/takeover 1");
        await world.Hears(Ana, entry => entry.Reply.Text.Contains("talking to Marta"));

        Types(world, DeskOf(marta));
        Types(world, Ana);

        await Until(() => !atAna.IsEmpty && !atDesk.IsEmpty);
        Assert.Equal(["Marta"], atAna);
        Assert.Equal(["Ana Ruiz"], atDesk);
    }

    [Fact]
    public async Task On_push_channels_it_is_shown_in_the_chat()
    {
        await using var world = await Start();
        var marta = await world.JoinByPigeon("Marta");
        var ana = Pigeon.Of("ana");
        await world.Host.Say(ana, "agree ana@example.com Ana Ruiz");
        await world.FromPigeon("Marta", "/takeover 1");
        await world.Hears(ana, entry => entry.Reply.Text.Contains("talking to Marta"));

        Types(world, DeskOf(marta));
        await Until(() => world.Pigeon.Typed.Contains("ana"));
        Types(world, ana);
        await Until(() => world.Pigeon.Typed.Contains("Marta"));
    }

    private static void Types(TakeoverWorld world, ConversationKey conversation) =>
        world.Host.App.Services.GetRequiredService<ITypingSigns>().IsTyping(conversation);

    private static ConcurrentQueue<string?> Watch(TakeoverWorld world, ConversationKey conversation)
    {
        var seen = new ConcurrentQueue<string?>();
        world.Host.App.Services.GetRequiredService<LiveStreams>().Register(conversation, seen.Enqueue);
        return seen;
    }
}
