using System.Text.Json;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>A prospect who answers what the bot asks (<c>channelData.asking</c>), in whatever order it asks.</summary>
internal sealed record Prospect(string Locale, string Opening, IReadOnlyDictionary<string, string> Answers)
{
    public static readonly Prospect Spanish = new(
        "es-ES",
        "Hola, soy la gerente de una clínica dental y el programa de citas nos duplica pacientes",
        new Dictionary<string, string>
        {
            ["need"] = "necesitamos un programa de citas que no duplique pacientes",
            ["company"] = "Clínica Dental Sol",
            ["company_size"] = "somos 14",
            ["budget"] = "unos 6000 euros al año",
            ["timeline"] = "queremos cambiar este mes",
            ["authority"] = "decido yo",
            ["role"] = "soy la gerente",
            ["location"] = "Zaragoza",
            ["consent"] = "Sí, de acuerdo",
            ["marketing_consent"] = "no, gracias",
            ["name"] = "Ana Ruiz",
            ["phone"] = "612 340 981",
            ["email"] = "ana.ruiz@clinicasol.es",
        });

    public static readonly Prospect English = new(
        "en-GB",
        "Hi, I run a dental clinic in Leeds and our booking system keeps double-booking patients",
        new Dictionary<string, string>
        {
            ["need"] = "we need a booking system that does not double-book",
            ["company"] = "Sunny Dental",
            ["company_size"] = "there are 14 of us",
            ["budget"] = "about £6,000 a year",
            ["timeline"] = "we want to switch this month",
            ["authority"] = "it's my decision",
            ["role"] = "I'm the owner",
            ["location"] = "Leeds",
            ["consent"] = "yes, I agree",
            ["marketing_consent"] = "no thanks",
            ["name"] = "Jane Porter",
            ["phone"] = "+44 7911 123456",
            ["email"] = "jane.porter@sunnydental.co.uk",
        });

    /// <summary>What to say next, given all activities so far; null when the bot asks nothing more.</summary>
    public string? Next(IReadOnlyList<JsonElement> activities)
    {
        if (activities.All(IsBot))
            return Opening;
        var asking = activities.Where(IsBot).Last().GetProperty("channelData").GetProperty("asking").GetString();
        if (asking is null)
            return null;
        Assert.True(Answers.TryGetValue(asking, out var answer), $"The prospect has no answer to {asking}.");
        return answer;
    }

    /// <summary>The fields that the bot has asked for.</summary>
    public static IReadOnlySet<string> Asked(IReadOnlyList<JsonElement> activities) =>
        activities.Where(IsBot).Select(a => a.GetProperty("channelData").GetProperty("asking").GetString()).OfType<string>().ToHashSet();

    private static bool IsBot(JsonElement activity) => activity.GetProperty("from").GetProperty("role").GetString() == "bot";
}
