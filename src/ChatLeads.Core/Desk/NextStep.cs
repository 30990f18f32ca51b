using System.Text.Json;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Desk;

/// <summary>One thing to do, for the leads that it fits. Empty conditions fit all.</summary>
/// <param name="Unreachable">For those alone whom nothing reaches in their chat any more.</param>
/// <param name="IsWhole">Nothing is done besides.</param>
internal sealed record NextStep(
    IReadOnlyList<string> Temperatures,
    IReadOnlyList<string> Stages,
    IReadOnlyList<string> Intents,
    IReadOnlyList<Field> Knows,
    IReadOnlyList<Field> Lacks,
    IReadOnlyDictionary<Field, IReadOnlyList<string>> Choices,
    bool Unreachable,
    IReadOnlyDictionary<string, string> Do,
    bool IsWhole)
{
    public bool AppliesAlways => !Unreachable && Temperatures.Count + Stages.Count + Intents.Count + Knows.Count + Lacks.Count + Choices.Count == 0;

    public bool Applies(LeadView lead) =>
        (Temperatures.Count == 0 || Temperatures.Contains(Id(lead.Score.Temperature)))
        && (Stages.Count == 0 || Stages.Contains(Id(lead.Stage)))
        && (Intents.Count == 0 || lead.Intents.Any(intent => Intents.Contains(Id(intent))))
        && Knows.All(field => lead.FactOf(field) is not null)
        && Lacks.All(field => lead.FactOf(field) is null)
        && (!Unreachable || lead.UnreachableSince is not null)
        && Choices.All(choice => lead.ValueOf(choice.Key) is ChoiceValue value && choice.Value.Contains(value.Id));

    /// <summary>The words, with what they quote of the lead: <c>{need}</c> is what it said.</summary>
    public string Words(LeadView lead, string language) =>
        Wordings.Fill(Do[language], Knows.ToDictionary(field => field.Id, field => lead.TextOf(field) ?? lead.FactOf(field)!.Quote.Text));

    public static NextStep Read(DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("when", "do", "nothing_besides");
        var when = node.Get("when");
        when?.AllowOnly(["temperature", "stage", "intent", "knows", "lacks", "unreachable", .. ChoiceFields.Select(field => field.Id)]);
        var knows = FieldsIn(when?.Get("knows"));
        return new NextStep(
            Ids<Temperature>(when?.Get("temperature")),
            Ids<Stage>(when?.Get("stage")),
            Ids<Intent>(when?.Get("intent")),
            knows,
            FieldsIn(when?.Get("lacks")),
            ChoiceFields.Where(field => when?.Get(field.Id) is not null)
                .ToDictionary(field => field, field => ListOf(when!.Get(field.Id), Leads.Choices.Of(field))),
            when?.Get("unreachable")?.Flag() ?? false,
            ReadWords(node.Require("do"), knows, languages),
            node.Get("nothing_besides")?.Flag() ?? false);
    }

    /// <summary>Only what is known for sure can be quoted.</summary>
    private static IReadOnlyDictionary<string, string> ReadWords(DialogNode node, IReadOnlyList<Field> knows, IReadOnlyCollection<string> languages)
    {
        var words = node.Translations(languages);
        foreach (var name in words.Values.SelectMany(Wordings.ValuesIn).Distinct().Where(name => !knows.Contains(new Field(name))))
            node.Error($"`{{{name}}}` may be unknown here.", $"Add `knows: [{name}]` to `when`, or leave it out.");
        return words;
    }

    private static readonly Field[] ChoiceFields = [.. Field.Known.Where(known => Leads.Choices.Of(known).Count > 0)];

    private static IReadOnlyList<Field> FieldsIn(DialogNode? node) =>
        [.. ListOf(node, [.. Field.Known.Select(field => field.Id)]).Select(id => new Field(id))];

    private static IReadOnlyList<string> Ids<T>(DialogNode? node) where T : struct, Enum =>
        ListOf(node, [.. Enum.GetValues<T>().Select(Id)]);

    private static IReadOnlyList<string> ListOf(DialogNode? node, IReadOnlyList<string> known) =>
        [.. (node?.Items() ?? []).Select(item => item.OneOf([.. known]))];

    private static string Id<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
