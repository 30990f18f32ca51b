using System.ComponentModel.DataAnnotations;
using ChatLeads.Channels.Teams;
using ChatLeads.Channels.Telegram;
using ChatLeads.Channels.WebChat;

namespace ChatLeads.Host;

/// <summary>Reads the settings; what is wrong is told by the setting's name.</summary>
public static class Settings
{
    /// <summary>Sections of channels, which check their values themselves.</summary>
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WebChat"] = typeof(WebChatOptions),
        ["Telegram"] = typeof(TelegramOptions),
        ["Teams"] = typeof(TeamsOptions),
    };

    /// <returns>The options, and a sentence for each setting that cannot be used.</returns>
    public static (ChatLeadsOptions Options, IReadOnlyList<string> Errors) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(ChatLeadsOptions.Section);
        var options = new ChatLeadsOptions();
        var errors = Unknown(section, typeof(ChatLeadsOptions)).ToList();
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException failure)
        {
            errors.Add(failure.Message);
        }
        errors.AddRange(OutsideLimits(options));
        return (options, errors);
    }

    /// <summary>A mistyped name would otherwise be a silent default.</summary>
    private static IEnumerable<string> Unknown(IConfigurationSection section, Type options)
    {
        var known = options.GetProperties().Where(property => property.CanWrite || property.PropertyType.IsGenericType).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key)))
            if (options == typeof(ChatLeadsOptions) && Sections.TryGetValue(child.Key, out var inner))
                foreach (var error in Unknown(child, inner))
                    yield return error;
            else
                yield return $"{child.Path} is no setting. appsettings.template.json lists them all.";
    }

    private static IEnumerable<string> OutsideLimits(ChatLeadsOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{ChatLeadsOptions.Section}:{result.MemberNames.First()}: {result.ErrorMessage}");
    }
}
