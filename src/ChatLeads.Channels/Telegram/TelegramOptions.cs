using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.Telegram;

/// <summary>Settings under <c>ChatLeads:Telegram</c>. A token alone turns the channel on.</summary>
public sealed class TelegramOptions
{
    public const string Section = "ChatLeads:Telegram";

    /// <summary>Where we listen when <see cref="WebhookUrl"/> has no path of its own.</summary>
    public const string DefaultWebhookPath = "/telegram/webhook";

    /// <summary>What BotFather gave, <c>123456:AAE…</c>. Whoever has it is the bot: it is never logged.</summary>
    public string? Token { get; set; }

    /// <summary>Scheme and host of the Bot API server, without a path; Telegram's own by default.</summary>
    public string ApiUrl { get; set; } = "https://api.telegram.org";

    /// <summary>The public address that Telegram posts updates to; without one the program polls.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Sent along with each webhook call: 1 to 256 of <c>A-Z a-z 0-9 _ -</c>.</summary>
    public string? WebhookSecret { get; set; }

    public bool Enabled => !string.IsNullOrWhiteSpace(Token);

    public bool UsesWebhook => Enabled && !string.IsNullOrWhiteSpace(WebhookUrl);

    /// <summary><see cref="WebhookUrl"/> with its path; only when <see cref="UsesWebhook"/>.</summary>
    public Uri Webhook
    {
        get
        {
            var url = new Uri(WebhookUrl!);
            return url.AbsolutePath == "/" ? new Uri(url, DefaultWebhookPath) : url;
        }
    }
}

/// <summary>Says what is wrong with the settings, by their names.</summary>
internal sealed partial class TelegramOptionsCheck : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(TelegramOptions options)
    {
        const string section = TelegramOptions.Section;
        var api = Web(options.ApiUrl);
        if (api is null || api.PathAndQuery != "/")
            yield return $"{section}:ApiUrl must be an http or https address without a path, such as https://api.telegram.org.";
        if (options.Enabled && !Token().IsMatch(options.Token!))
            yield return $"{section}:Token is not a bot token: @BotFather gives one such as 123456789:AAE….";
        if (string.IsNullOrWhiteSpace(options.WebhookUrl))
            yield break;

        if (!options.Enabled)
            yield return $"{section}:WebhookUrl is set, but {section}:Token is not. Set the token that @BotFather gave.";
        if (Web(options.WebhookUrl) is not { } webhook)
            yield return $"{section}:WebhookUrl must be a full address, such as https://chat.example.com.";
        else if (webhook.Scheme != Uri.UriSchemeHttps && api?.Host == "api.telegram.org")
            yield return $"{section}:WebhookUrl must begin with https: Telegram calls no other.";
        if (string.IsNullOrEmpty(options.WebhookSecret))
            yield return $"{section}:WebhookSecret is missing. Set a long random text: without it anybody could post updates.";
        else if (!Secret().IsMatch(options.WebhookSecret))
            yield return $"{section}:WebhookSecret may hold 1 to 256 characters of A-Z a-z 0-9 _ - only.";
    }

    private static Uri? Web(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null;

    [GeneratedRegex(@"^[0-9]+:[A-Za-z0-9_-]+\z")]
    private static partial Regex Token();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex Secret();
}
