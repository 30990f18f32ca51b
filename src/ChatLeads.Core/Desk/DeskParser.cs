using ChatLeads.Core.Desk.Parsing;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk;

/// <summary>Reads what a staff member asks for, without an LLM. Thread-safe.</summary>
public sealed class DeskParser
{
    /// <summary>From this score on a cue decides alone; below it every word must be explained.</summary>
    private const double Sure = 3;

    /// <summary>The score of a cue that can mean nothing else.</summary>
    private const double Plain = 5;

    /// <summary>The confidence that each part of a sentence with several requests needs.</summary>
    private const double Certain = 0.8;

    private readonly Lexicon lexicon;

    private DeskParser(Lexicon lexicon) => this.lexicon = lexicon;

    /// <summary>Builds a parser from the language files <c>desk/xx.yaml</c>; every file adds a language.</summary>
    public static DeskParserResult Load(IReadOnlyList<DialogFile> files)
    {
        var errors = new List<PlaybookError>();
        var lexicon = LexiconLoader.Load(files, errors);
        return new DeskParserResult(lexicon is null ? null : new DeskParser(lexicon), errors);
    }

    /// <summary>Never throws, whatever the text: what it does not understand is <see cref="DeskRequest.Unknown"/>.</summary>
    public DeskReading Parse(DeskInput input) => input.Context?.Begun is not { } begun ? ParseAlone(input)
        : Completion.Of(begun, input, lexicon, ParseAlone) ?? ParseAlone(input with { Context = input.Context with { Begun = null } });

    private DeskReading ParseAlone(DeskInput input)
    {
        var shown = new HashSet<string>((input.Context?.Shown ?? []).SelectMany(lead => Tokenizer.Cut(lead.Name)).Where(token => token.Kind == TokenKind.Word && token.Word.Length > 2).Select(token => token.Word));
        var sentence = SentenceReader.Read(input.Text, lexicon, shown);
        if (sentence.Count == 0)
            return Unknown([]);
        var slots = new Slots(sentence, input, shown);
        var kinds = slots.Kinds;
        var top = kinds is [var first, ..] ? first : null;
        if (top is { Kind: "unknown" })
            return Unknown(kinds);
        var isCommand = SentenceReader.IsCommand(input.Text, lexicon);
        if (Answers.Read(slots, top) is { } answer)
            return new DeskReading(answer, 0.9, []);
        if (FollowUps.Read(slots, top) is { } followUp)
            return new DeskReading(followUp, 0.9, []);
        string? missing = null;
        KindScore? refused = null;
        foreach (var kind in kinds)
        {
            if (kind.Kind == "unknown" || isCommand && missing is not null)
                break;
            if (!isCommand && !Accepted(kind, slots))
                continue;
            // After "don't mark it as lost", only another change of a later clause is asked for.
            if (refused is not null && !(Kinds.IsChange(kind.Kind) && kind.Start >= refused.End))
                continue;
            var request = Builder.Build(kind, slots);
            if (!isCommand && Kinds.IsChange(kind.Kind) && !Mood.IsOrder(kind, request, sentence))
                refused ??= (sentence.Has("who") || sentence.Has("asking")) && (request is null || !IsClear(request, kind, slots)) ? null : kind;
            else if (request is null)
                missing ??= isCommand || kind.Score >= Plain ? kind.Kind : null;
            else if (isCommand || IsClear(request, kind, slots))
                return new DeskReading(request, Math.Min(0.99, kind.Score / 5), []);
        }
        return refused is null && slots.Unexplained == 0 && !sentence.Has("negation") && !sentence.Has("wish") && FollowUps.Count(slots.Filter) >= 2
            ? new DeskReading(new DeskRequest.ListLeads(slots.Filter), 0.5, [])
            : Unknown(kinds) with { Missing = missing };
    }

    /// <summary>
    /// One request, or several changes in one sentence ("3 is mine and snooze 2 till tomorrow"), in their order. What follows a
    /// change may speak of its lead.
    /// </summary>
    public IReadOnlyList<DeskReading> ParseAll(DeskInput input)
    {
        var whole = Parse(input);
        if (whole.Request is DeskRequest.AddNote || whole.Confidence == 0)
            return [whole];
        if (input.Context?.Begun is not null)
            input = input with { Context = input.Context with { Begun = null } };
        var sentence = SentenceReader.Read(input.Text, lexicon, new HashSet<string>());
        foreach (var and in sentence.All(Classes.And))
        {
            if (and.Start == 0 || and.End >= sentence.Count)
                continue;
            var first = Parse(input with { Text = input.Text[..sentence[and.Start].Start] });
            if (first is not { Request: DeskRequest.ChangeLead { Lead: { } lead }, Confidence: >= Certain })
                continue;
            var context = (input.Context ?? new DeskContext()) with { Request = first.Request, Lead = lead.Number ?? input.Context?.Lead };
            var rest = ParseAll(input with { Text = input.Text[sentence[and.End].Start..], Context = context });
            if (rest[0] is { Request: DeskRequest.ChangeLead second, Confidence: >= Certain } && (second.GetType() != first.Request.GetType() || second.Lead != lead))
                return [first, .. rest];
        }
        return [whole];
    }

    /// <summary>The language whose own words a sentence has the most of; null when that is none's or a command's, which is nobody's.</summary>
    public string? LanguageOf(string text)
    {
        if (text.TrimStart().StartsWith('/'))
            return null;
        return lexicon.LanguageOf(Tokenizer.Cut(text).Where(token => token.Kind == TokenKind.Word).Select(token => token.Word));
    }

    private static bool Accepted(KindScore kind, Slots slots) => kind.Score >= Sure || kind.Score >= 2 && slots.Unexplained == 0;

    /// <summary>A change to a lead that was not named takes a plain cue, and nothing unexplained beside a weaker one.</summary>
    private static bool IsClear(DeskRequest request, KindScore kind, Slots slots) =>
        request is not DeskRequest.ChangeLead change ? request is not DeskRequest.AboutLead { Lead: null } || slots.Unexplained == 0
        : IsAnothersMatter(change, kind, slots) ? false
        : kind.Score >= Plain && (change.Lead is not null || change is DeskRequest.AddNote || slots.Unexplained == 0)
        || change.Lead is not null && (slots.Unexplained == 0 || slots.Leads.Said() is not null);

    /// <summary>"The printer does not answer", "we lost the match": what is beyond the desk comes before the change, or no lead was named and something else was.</summary>
    private static bool IsAnothersMatter(DeskRequest.ChangeLead change, KindScore kind, Slots slots)
    {
        var beyond = slots.Kinds.FirstOrDefault(other => other.Kind == "unknown");
        if (change is DeskRequest.AddNote or DeskRequest.Snooze { Until: not null })
            return false;
        if (slots.Leads.Said() is not null)
            return beyond is not null && beyond.Start < kind.Start;
        var end = change is DeskRequest.SetStage { Reason: { } reason } && slots.Sentence.Text.LastIndexOf(reason, StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;
        return beyond is not null || change is DeskRequest.SetStage or DeskRequest.Contacted or DeskRequest.Snooze && slots.UnexplainedBefore(end) > 0;
    }

    private static DeskReading Unknown(IReadOnlyList<KindScore> kinds)
    {
        string[] usual = ["leads", "my_day", "funnel", "help"];
        var closest = kinds.Select(kind => kind.Kind.Split('.')[0]).Where(kind => kind != "unknown").Concat(usual).Distinct().Take(3);
        return new DeskReading(new DeskRequest.Unknown(), 0, [.. closest]);
    }
}

/// <summary>A parser, or all that is wrong with its files.</summary>
public sealed record DeskParserResult(DeskParser? Parser, IReadOnlyList<PlaybookError> Errors);
