using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

public class UnconsentedTurnTests
{
    private static readonly ConversationKey Visitor = new("webchat", "visitor-1");

    [Fact]
    public async Task What_is_said_stands_in_the_transcript_in_order_and_nothing_is_stored()
    {
        await using var host = await TestHost.Start();

        await host.Say(Visitor, "hola");
        await host.Say(Visitor, "soy Ana");

        var said = (await host.Transcript(Visitor)).Where(entry => entry.Speaker == Speaker.Prospect).ToList();
        Assert.Equal(["hola", "soy Ana"], said.Select(entry => entry.Reply.Text));
        Assert.True(said[0].Sequence < said[1].Sequence);
        await using var db = host.Database();
        Assert.False(await db.Conversations.AnyAsync());
        Assert.False(await db.Messages.AnyAsync());
    }

    [Fact]
    public async Task A_repeated_update_has_no_second_effect()
    {
        await using var host = await TestHost.Start();

        var first = await host.Say(Visitor, "hola", "m1");
        var before = await host.Transcript(Visitor);
        var second = await host.Say(Visitor, "hola", "m1");

        Assert.False(first.Duplicate);
        Assert.True(second.Duplicate);
        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Equal(before.Count, (await host.Transcript(Visitor)).Count);
    }

    [Fact]
    public async Task A_watcher_is_woken_by_the_next_words()
    {
        await using var host = await TestHost.Start();
        host.Transcripts.Begin(Visitor);

        var waiting = host.Transcripts.WaitBeyond(Visitor, 0, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        await host.Say(Visitor, "hello");
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.NotEmpty(await host.Transcript(Visitor));
    }

    [Fact]
    public async Task Turns_of_one_conversation_keep_their_order()
    {
        await using var host = await TestHost.Start();

        await Task.WhenAll(Enumerable.Range(1, 50).Select(number => host.Say(Visitor, $"{number}")));

        var said = (await host.Transcript(Visitor)).Where(entry => entry.Speaker == Speaker.Prospect).Select(entry => entry.Reply.Text);
        Assert.Equal(Enumerable.Range(1, 50).Select(number => $"{number}"), said);
    }

    [Fact]
    public async Task Many_walls_of_text_push_each_other_out_of_memory_and_people_who_write_little_stay()
    {
        await using var host = await TestHost.Start(settings: ["--ChatLeads:MaxLiveMegabytes", "4"]);
        await host.Say(Visitor, "hello");

        for (var flood = 0; flood < 20; flood++)
            await host.Say(new ConversationKey("webchat", $"flood-{flood}"), new string('x', 250_000));

        Assert.NotEmpty(await host.Transcript(Visitor));
        var held = 0L;
        for (var flood = 0; flood < 20; flood++)
            held += (await host.Transcript(new ConversationKey("webchat", $"flood-{flood}"))).Sum(entry => (long)entry.Reply.Text.Length);
        Assert.InRange(held, 500_000, 2 * 1024 * 1024);
    }
}
