using ChatLeads.Channels.Sending;
using ChatLeads.Channels.Telegram;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class SettingsTests
{
    private static TelegramOptions Right => new() { Token = "123456:AAE-x_y" };

    [Fact]
    public void A_token_alone_is_enough() => Assert.Empty(Problems(Right));

    [Fact]
    public void Nothing_set_is_the_channel_off()
    {
        Assert.Empty(Problems(new TelegramOptions()));
        Assert.False(new TelegramOptions().Enabled);
    }

    [Theory]
    [InlineData("Token", "nonsense", null, null, null)]
    [InlineData("Token", null, null, "https://x.es", "s")]
    [InlineData("ApiUrl", "1:a", "telegram.example", null, null)]
    [InlineData("ApiUrl", "1:a", "http://localhost:8081/base", null, null)]
    [InlineData("WebhookUrl", "1:a", null, "x.es/hook", "s")]
    [InlineData("WebhookUrl", "1:a", null, "http://x.es", "s")]
    [InlineData("WebhookSecret", "1:a", null, "https://x.es", null)]
    [InlineData("WebhookSecret", "1:a", null, "https://x.es", "ñ")]
    public void What_is_wrong_is_told_by_its_name_and_without_the_secret(string setting, string? token, string? api, string? webhook, string? secret)
    {
        var options = new TelegramOptions { Token = token, WebhookUrl = webhook, WebhookSecret = secret };
        if (api is not null)
            options.ApiUrl = api;
        var problem = Assert.Single(Problems(options));
        Assert.Contains($"ChatLeads:Telegram:{setting}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.es", "https://x.es/telegram/webhook")]
    [InlineData("https://x.es/", "https://x.es/telegram/webhook")]
    [InlineData("https://x.es/bot/in", "https://x.es/bot/in")]
    public void A_webhook_without_a_path_gets_ours(string set, string called) =>
        Assert.Equal(new Uri(called), new TelegramOptions { Token = "1:a", WebhookUrl = set }.Webhook);

    [Theory]
    [InlineData("src_google-camp_clinicas", "google", null, "clinicas")]
    [InlineData("camp_otono-2026-zaragoza-src_ads", "ads", null, "otono-2026-zaragoza")]
    [InlineData("src_feria_de_muestras-med_qr", "feria_de_muestras", "qr", null)]
    [InlineData("folleto-rojo", "folleto-rojo", null, null)]
    [InlineData("src_-camp_x", null, null, "x")]
    public void A_start_payload_tells_where_from(string payload, string? source, string? medium, string? campaign) =>
        Assert.Equal(new Visit(Source: source, Medium: medium, Campaign: campaign), StartPayload.Read(payload));

    [Fact]
    public void No_payload_tells_nothing() => Assert.Null(StartPayload.Read(""));

    [Fact]
    public void Delays_double_up_to_half_a_minute()
    {
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(1, 8).Select(n => Backoff.Delay(n, 0).TotalSeconds));
        Assert.Equal(30, Backoff.Delay(1_000_000, 0).TotalSeconds);
        Assert.Equal(15.3, Backoff.Delay(9, 0.98).TotalSeconds, 3);
    }

    [Theory]
    [InlineData("commands: { help: { description: { es: a }, says: { es: a, en: b } } }\nshare_phone: { es: a, en: b }", 1, "`en`")]
    [InlineData("commands: {}\nshare_fone: { es: a, en: b }", 2, "`share_fone`")]
    [InlineData("commands:\n  Ayuda: { description: { es: a, en: b }, says: { es: a, en: b } }\nshare_phone: { es: a, en: b }", 2, "`Ayuda`")]
    public void Wrong_words_are_told_by_file_and_line(string yaml, int line, string about)
    {
        var (_, errors) = TelegramWords.Load([new DialogFile(TelegramWords.Path, yaml)]);
        Assert.Contains(errors, error => error.File == "telegram.yaml" && error.Line == line && error.Message.Contains(about, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Problems(TelegramOptions options) => new TelegramOptionsCheck().Validate(null, options).Failures ?? [];
}
