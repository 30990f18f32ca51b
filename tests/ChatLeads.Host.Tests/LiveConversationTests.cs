using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Turns;

namespace ChatLeads.Host.Tests;

public class LiveConversationTests
{
    private readonly LiveConversation conversation = new(new ConversationKey("webchat", "1"), TestHost.Start0);

    [Fact]
    public void A_visitor_who_sends_the_greatest_messages_again_and_again_fills_no_memory()
    {
        for (var sequence = 1; sequence <= 20; sequence++)
            Accept(sequence, new string('x', 250_000));

        Assert.Equal([19, 20], conversation.Since(0).Select(entry => entry.Sequence));
    }

    [Fact]
    public void An_ordinary_talk_is_held_whole()
    {
        for (var sequence = 1; sequence <= 200; sequence++)
            Accept(sequence, new string('x', 500));

        Assert.Equal(200, conversation.Since(0).Count);
    }

    [Fact]
    public void What_was_said_last_is_there_however_long()
    {
        Accept(1, "hello");
        Accept(2, new string('x', 2_000_000));

        Assert.Equal(2, Assert.Single(conversation.Since(0)).Sequence);
    }

    private void Accept(int sequence, string text) => conversation.Accept(
        $"update-{sequence}", LiveConversation.MessageId(sequence),
        [new TranscriptEntry(sequence, LiveConversation.MessageId(sequence), Speaker.Prospect, new Reply(text, "en"), TestHost.Start0, null, null, null)],
        ConversationState.New, TestHost.Start0);
}
