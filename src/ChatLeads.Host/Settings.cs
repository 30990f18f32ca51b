using System.ComponentModel.DataAnnotations;

namespace ChatLeads.Host;

/// <summary>Reads the settings; what is wrong is told by the setting's name.</summary>
public static class Settings
{
    /// <summary>Sections of channels and of the language model, which check themselves.</summary>
    private static readonly string[] Sections = ["WebChat", "Telegram", "Teams", "Language"];

    private static readonly HashSet<string> Known = new(
        typeof(ChatLeadsOptions).GetProperties().Select(property => property.Name).Concat(Sections), StringComparer.OrdinalIgnoreCase);

    /// <returns>The options, and a sentence for each setting that cannot be used.</returns>
    public static (ChatLeadsOptions Options, IReadOnlyList<string> Errors) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(ChatLeadsOptions.Section);
        var options = new ChatLeadsOptions();
        var errors = section.GetChildren().Where(child => !Known.Contains(child.Key))
            .Select(child => $"{child.Path} is no setting. appsettings.template.json lists them all.").ToList();
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

    private static IEnumerable<string> OutsideLimits(ChatLeadsOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{ChatLeadsOptions.Section}:{result.MemberNames.First()}: {result.ErrorMessage}");
    }
}
