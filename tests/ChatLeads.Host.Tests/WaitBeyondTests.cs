using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Turns;

namespace ChatLeads.Host.Tests;

public sealed class WaitBeyondTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A stream asks again as soon as the wait is over: a wait that ends with nothing to read would never rest.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(long.MaxValue)]
    public async Task After_an_erasure_any_watermark_waits_for_new_words(long watermark)
    {
        var conversation = new LiveConversation(new ConversationKey("webchat", "c"), Now);
        conversation.Accept("u1", "0000001", [Entry(1)], ConversationState.New, Now);
        conversation.Forget();
        var waiting = conversation.WaitBeyond(watermark, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        conversation.Accept("u2", "0000002", [Entry(2)], ConversationState.New, Now);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static TranscriptEntry Entry(long sequence) =>
        new(sequence, LiveConversation.MessageId(sequence), Speaker.Bot, new Reply("hola", "es"), Now);
}
