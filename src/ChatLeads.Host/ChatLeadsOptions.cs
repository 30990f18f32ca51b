using System.ComponentModel.DataAnnotations;
using ChatLeads.Storage;

namespace ChatLeads.Host;

/// <summary>The settings directly under <c>ChatLeads:</c>. appsettings.template.json explains each; channels have sections of their own.</summary>
public sealed class ChatLeadsOptions : IValidatableObject
{
    public const string Section = "ChatLeads";

    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>A PostgreSQL server's connection string, e.g. <c>Host=localhost;Database=chatleads;Username=chatleads</c>; null: a SQLite file in <see cref="DataDirectory"/>.</summary>
    public string? Database { get; set; }

    /// <summary>Null: <c>dialogs/</c> beside the program.</summary>
    public string? DialogsDirectory { get; set; }

    /// <summary>Null: <c>prompts/</c> beside the program.</summary>
    public string? PromptsDirectory { get; set; }

    /// <summary>Who may sign in at the desk of a new database: a manager.</summary>
    [Required, StringLength(80)]
    public string OwnerName { get; set; } = "Owner";

    /// <summary><c>es</c> or <c>en</c>.</summary>
    [RegularExpression("es|en", ErrorMessage = "must be es or en.")]
    public string OwnerLanguage { get; set; } = "en";

    /// <summary>Where people reach the program from outside, e.g. <c>https://chat.example.com</c>; null: where it listens.</summary>
    [Url]
    public string? PublicUrl { get; set; }

    /// <summary>Minutes of silence after which a conversation is scored as it stands; null: as the playbook says.</summary>
    [Range(1, 1440)]
    public int? IdleMinutes { get; set; }

    /// <summary>Minutes without a word of the staff member who has a conversation, after which it is the bot's again.</summary>
    [Range(1, 1440)]
    public int TakeoverMinutes { get; set; } = 30;

    /// <summary>An untouched conversation leaves memory after so many minutes; without consent it is gone.</summary>
    [Range(5, 1440)]
    public int ForgetAfterMinutes { get; set; } = 60;

    /// <summary>Conversations held in memory; the longest untouched leave first.</summary>
    [Range(100, 1_000_000)]
    public int MaxLiveConversations { get; set; } = 20_000;

    /// <summary>Memory for their transcripts; the longest leave first.</summary>
    [Range(1, 65_536)]
    public int MaxLiveMegabytes { get; set; } = 128;

    /// <summary>A lead that did not become a customer is erased so many days after its last sign of life.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 730;

    /// <summary>Reps may read each other's leads; changing them stays with the owner and managers.</summary>
    public bool RepsSeeAll { get; set; }

    /// <summary>Sign-in links that one network address may try in a minute.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Database is not null && DatabasePlace.Error(Database) is { } error)
            yield return new ValidationResult($"is no connection string of PostgreSQL: {error}", [nameof(Database)]);
    }
}
