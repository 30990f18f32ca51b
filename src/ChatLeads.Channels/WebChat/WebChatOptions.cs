using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.WebChat;

/// <summary>Settings under <c>ChatLeads:WebChat</c>.</summary>
public sealed class WebChatOptions
{
    public const string Section = "ChatLeads:WebChat";

    /// <summary>
    /// Origins (<c>https://www.example.com</c>, or <c>*</c>) of other sites whose pages may chat. The program's own origin always
    /// may; when the list is empty, localhost may too.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Lets a page's back end fetch tokens with <c>Authorization: Bearer</c>; at least 16 characters. None by default.</summary>
    public string? Secret { get; set; }

    /// <summary>The bot's name on the wire (<c>from.name</c>).</summary>
    public string BotName { get; set; } = "ChatLeads";

    /// <summary>Tokens and new conversations that one network address may ask for in a minute: 1 to 1,000,000.</summary>
    public int ConversationsPerMinute { get; set; } = 600;

    /// <summary>Messages and reconnections of one conversation in a minute: 1 to 1,000,000.</summary>
    public int MessagesPerMinute { get; set; } = 600;
}

/// <summary>One message for each setting outside its limits, with the setting's name.</summary>
internal sealed class WebChatOptionsValidator : IValidateOptions<WebChatOptions>
{
    private const int MostPerMinute = 1_000_000;

    public ValidateOptionsResult Validate(string? name, WebChatOptions options)
    {
        var errors = Errors(options).Select(e => $"{WebChatOptions.Section}:{e}").ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(WebChatOptions options)
    {
        foreach (var origin in options.AllowedOrigins)
            if (origin != "*" && !Origins.IsOrigin(origin))
                yield return $"AllowedOrigins holds '{origin}': write scheme and host without a path, such as https://www.example.com, or *.";
        if (options.Secret is { Length: < 16 })
            yield return "Secret needs at least 16 characters.";
        if (string.IsNullOrWhiteSpace(options.BotName))
            yield return "BotName must not be empty.";
        if (options.ConversationsPerMinute is < 1 or > MostPerMinute)
            yield return $"ConversationsPerMinute is {options.ConversationsPerMinute}: it must be 1 to {MostPerMinute}.";
        if (options.MessagesPerMinute is < 1 or > MostPerMinute)
            yield return $"MessagesPerMinute is {options.MessagesPerMinute}: it must be 1 to {MostPerMinute}.";
    }
}
