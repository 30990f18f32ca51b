using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.Tests.WebChat;

public sealed class RendererTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("en", "en")]
    public void A_locale_is_told_once_there_is_a_language(string language, string? locale)
    {
        var key = new ConversationKey("webchat", "c1");
        var entry = new TranscriptEntry(1, "0000001", Speaker.Prospect, new Reply("hola", language), DateTimeOffset.UnixEpoch, null);
        var set = new ActivityRenderer(Options.Create(new WebChatOptions())).Set(new WebChatIdentity(key, "u1"), [entry], "0");
        Assert.Equal(locale, Assert.Single(set.Activities).Locale);
    }
}
