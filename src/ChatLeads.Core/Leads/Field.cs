using System.Text.Json.Serialization;

namespace ChatLeads.Core.Leads;

/// <summary>
/// Something that can be known about a lead, or that the bot can ask for. The id is what stands in
/// <c>dialogs/</c>, in <c>channelData.asking</c> and in exports: lower case with underscores.
/// A playbook may define further fields of its own; those below are the ones that the reader understands by itself.
/// </summary>
[JsonConverter(typeof(FieldJsonConverter))]
public readonly record struct Field(string Id)
{
    public static readonly Field Name = new("name");
    public static readonly Field Email = new("email");
    public static readonly Field Phone = new("phone");
    public static readonly Field Company = new("company");
    public static readonly Field Role = new("role");
    public static readonly Field Authority = new("authority");
    public static readonly Field CompanySize = new("company_size");
    public static readonly Field Budget = new("budget");
    public static readonly Field Timeline = new("timeline");
    public static readonly Field Location = new("location");
    public static readonly Field Need = new("need");

    /// <summary>Asked for, but never a fact: its answer is a consent record.</summary>
    public static readonly Field Consent = new("consent");

    /// <inheritdoc cref="Consent"/>
    public static readonly Field MarketingConsent = new("marketing_consent");

    /// <summary>The fields that the reader understands by itself, in the order in which they are written out.</summary>
    public static readonly IReadOnlyList<Field> Known =
        [Name, Email, Phone, Company, Role, Authority, CompanySize, Budget, Timeline, Location, Need];

    /// <summary>A way to reach the lead. Contact points are what consent is asked for.</summary>
    public bool IsContactPoint => this == Email || this == Phone;

    public override string ToString() => Id;
}
