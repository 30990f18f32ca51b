namespace ChatLeads.Core.Understanding;

internal enum SectionKind { Words, Pairs, Patterns, Macros, Examples }

/// <summary>All sections that a lexicon file may have. Their meaning is told in the README beside the files.</summary>
internal static class Sections
{
    public const string Macro = "macro";

    private static readonly string[] WordSections =
    [
        "words", "yes.weak", "given", "surname", "place", "place.context", "article", "particle", "contrast", "domain", "hyphen.split",
        "half", "joiner", "pair", "one", "org.head", "org.suffix", "org.legal", "org.generic", "title",
        "people", "people.decoy", "people.few", "people.also", "date.filler", "name.stop", "company.stop", "and", "double", "triple",
        "role.head", "role.theirs", "role.owner", "role.buyer", "role.link", "role.level", "org.link", "name.from", "pause", "date.more", "abbreviation", "phone.plus", "org.of",
        "email.at", "email.dot", "email.dash", "email.underscore", "email.loose", "email.stop", "email.joined", "ordinal.suffix",
        "range", "sum", "money.of", "date.ambiguous", "role.area", "org.the", "org.inside", "org.kin", "place.ambiguous", "place.inside",
    ];

    private static readonly string[] PairSections =
    [
        "alias", "number", "scale", "month", "weekday", "season", "unit", "quarter", "half.year", "holiday", "currency",
        "fiscal", "table", "ordinal", "symbol", "slang", "home.currency", "vague", "phone.region",
    ];

    private static readonly string[] PatternSections =
    [
        "date.next", "date.this", "date.last", "date.in", "date.start", "date.mid", "date.end", "date.before", "date.after",
        "date.since", "date.during", "date.tied", "date.ahead", "date.is", "date.block", "date.block_over", "date.refused",
        "timeline.now", "timeline.asked", "timeline.none", "timeline.later", "timeline.quarter", "timeline.half",
        "size.before", "size.after", "size.one", "size.two", "size.and_me", "size.me_and", "size.we", "size.block", "size.not", "size.sum", "size.seasonal", "size.now",
        "bound.max", "bound.min", "bound.max_after", "bound.min_after", "bound.about", "bound.between",
        "money.block", "money.block_after", "money.cue", "money.for", "money.limit", "per.month", "per.year", "per.once",
        "phone.cue", "phone.block", "email.cue", "contact.dead",
        "name.mine", "name.weak", "name.asked", "name.after", "name.sign", "name.block", "name.opens", "name.told", "name.self", "name.ends",
        "company.mine", "company.we", "company.at", "company.block", "company.kind", "company.on",
        "place.mine", "place.of", "place.weak", "place.block", "place.based", "place.seat", "place.theirs", "place.not",
        "role.mine", "role.block", "role.sought",
        "authority.decides", "authority.me", "authority.influences", "authority.uses", "authority.defers", "authority.decides.not", "authority.influences.not",
        "authority.asked_other", "authority.work", "authority.handle",
        "need.want", "need.problem", "need.not", "need.aside",
        "owner.other", "owner.mine", "owner.is_other", "negation", "negation.of", "old", "old.around", "correction",
        "filler", "evasion", "thanks", "question", "question.not", "question.idle", "order", "jest", "place.past",
    ];

    private static readonly Dictionary<string, SectionKind> Kinds = Build();

    public static IEnumerable<string> All => Kinds.Keys;

    public static SectionKind? Kind(string section) => Kinds.TryGetValue(section, out var kind) ? kind : null;

    private static Dictionary<string, SectionKind> Build()
    {
        var kinds = new Dictionary<string, SectionKind> { [Macro] = SectionKind.Macros };
        foreach (var name in WordSections)
            kinds[name] = SectionKind.Words;
        foreach (var name in PairSections)
            kinds[name] = SectionKind.Pairs;
        foreach (var name in PatternSections)
            kinds[name] = SectionKind.Patterns;
        foreach (var name in Learned.Sections)
            kinds[name] = SectionKind.Examples;
        foreach (var (id, _) in Intents.All)
        {
            kinds["intent." + id] = SectionKind.Patterns;
            kinds["intent." + id + ".not"] = SectionKind.Patterns;
        }
        return kinds;
    }
}
