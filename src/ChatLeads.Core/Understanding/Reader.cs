using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Understanding;

/// <summary>Reads language, intents and facts out of a message, without an LLM. Thread-safe.</summary>
public sealed class Reader
{
    private readonly Lexicon lexicon;

    private Reader(Lexicon lexicon) => this.lexicon = lexicon;

    /// <summary>Builds a reader from the files under <c>understanding/</c>; others are left alone.</summary>
    public static ReaderResult Load(IReadOnlyList<DialogFile> files)
    {
        var own = files.Where(file => file.Path.StartsWith("understanding/", StringComparison.Ordinal) && file.Path.EndsWith(".txt", StringComparison.Ordinal));
        var (lexicon, errors) = LexiconBuilder.Build(own);
        return new ReaderResult(errors.Count == 0 ? new Reader(lexicon) : null, errors);
    }

    /// <summary>Never throws, whatever the text. What comes after the first 2,000 UTF-16 units is not read.</summary>
    public Reading Read(ReadRequest request)
    {
        var message = new Message(request, lexicon);
        return message.Tokens.Length == 0 ? Reading.Nothing : Read(message, new Candidates());
    }

    /// <summary>The reading, with every candidate that a parser found and why it lost.</summary>
    public Explanation Explain(ReadRequest request)
    {
        var message = new Message(request, lexicon);
        if (message.Tokens.Length == 0)
            return new Explanation(Reading.Nothing, [], []);
        var found = new Candidates();
        var reading = Read(message, found);
        return new Explanation(reading, found.All.ConvertAll(candidate => Explained(message, candidate)), Seen(message));
    }

    private static Reading Read(Message message, Candidates found)
    {
        EmailParser.Find(message, found);
        PhoneParser.Find(message, found);
        HeadcountParser.Find(message, found);
        MoneyParser.Find(message, found);
        TimelineParser.Find(message, found);
        NameParser.Find(message, found);
        RoleParser.Find(message, found);
        CompanyParser.Find(message, found);
        PlaceParser.Find(message, found);
        AuthorityParser.Find(message, found);
        NeedParser.Find(message, found);
        var intents = IntentReader.Read(message, found);
        WholeMessage.Adjust(message, intents, found);
        var facts = Settlement.Settle(message, found);
        IntentReader.DropNamed(message, intents, facts);
        return new Reading(LanguageReader.Read(message, facts), intents, facts.ConvertAll(fact => Fact(message, fact)));
    }

    private static ReadFact Fact(Message message, Candidate candidate)
    {
        var (start, end) = Span(message, candidate);
        return new ReadFact(candidate.Field, candidate.Value, start, end - start);
    }

    private static (int Start, int End) Span(Message message, Candidate candidate) =>
        (message.Tokens[candidate.Start].Start, message.Tokens[Math.Max(candidate.Start, candidate.End - 1)].End);

    private static ExplainedCandidate Explained(Message message, Candidate candidate)
    {
        var (start, end) = Span(message, candidate);
        return new ExplainedCandidate(candidate.Parser, candidate.Field, candidate.Value, start, end - start, candidate.Weight, candidate.Lost);
    }

    private static List<ExplainedCue> Seen(Message message)
    {
        var seen = new List<ExplainedCue>();
        foreach (var cue in message.Cues)
            seen.Add(new ExplainedCue(cue.Section, cue.Language, cue.Pattern.Source, message.Text(cue.Start, cue.End)));
        return seen;
    }
}

/// <summary>A reader, or all that is wrong with its files.</summary>
public sealed record ReaderResult(Reader? Reader, IReadOnlyList<PlaybookError> Errors);
