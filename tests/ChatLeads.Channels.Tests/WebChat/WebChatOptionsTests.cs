using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.Tests.WebChat;

public sealed class WebChatOptionsTests
{
    [Theory]
    [InlineData("ConversationsPerMinute", "0")]
    [InlineData("MessagesPerMinute", "1000001")]
    [InlineData("Secret", "short")]
    [InlineData("BotName", " ")]
    [InlineData("AllowedOrigins:0", "https://shop.example/path")]
    [InlineData("AllowedOrigins:0", "shop.example")]
    public async Task A_setting_outside_its_limits_stops_the_start_and_is_named(string setting, string value)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => WebChatServer.Start((setting, value)));
        Assert.Contains($"ChatLeads:WebChat:{setting.Split(':')[0]}", error.Message, StringComparison.Ordinal);
    }
}
