namespace ChatLeads.Core.Desk.Parsing;

/// <summary>All that one sentence says, before a kind of request is settled.</summary>
internal sealed class Slots
{
    public Slots(Sentence sentence, DeskInput input, IReadOnlySet<string> shown)
    {
        (Sentence, Input) = (sentence, input);
        Context = input.Context ?? new DeskContext();
        Campaign = Campaigns.Take(sentence);
        var periods = new Periods(sentence, input.Today).All();
        foreach (var period in periods)
            sentence.Add("period", "", period.Start, period.End);
        Amounts = MarkAmounts();
        NameRuns = Names.In(sentence, shown);
        Leads = new Leads(sentence, Context, NameRuns, input.Text.AsSpan().TrimStart().StartsWith('/'));
        Leads.Mark();
        Comparison = Comparison.Of(sentence, periods, PeriodOf(Context.Request), input.Today);
        Filter = new Filters(sentence, NameRuns, Campaign, Comparison.Period).Read();
        By = ReadBy();
        Kinds = Parsing.Kinds.Score(sentence);
    }

    public Sentence Sentence { get; }
    public DeskInput Input { get; }
    public DeskContext Context { get; }
    public string? Campaign { get; }
    public IReadOnlyList<Amount> Amounts { get; }
    public IReadOnlyList<NameRun> NameRuns { get; }
    public Leads Leads { get; }
    public Comparison Comparison { get; }
    public LeadFilter Filter { get; }
    public Breakdown? By { get; }
    public IReadOnlyList<KindScore> Kinds { get; }

    /// <summary>The lead said, or the one now spoken of.</summary>
    public LeadRef? Lead => Leads.Said() is not { } said ? Leads.Current
        : Leads.Current is { } current && Sentence.Has(Classes.Pronoun) && NameRuns.Any(run => !run.Certain && run.Start == said.Start) ? current
        : said.Lead;

    /// <summary>Words that nothing explains: what a request with weak cues must not have.</summary>
    public int Unexplained => UnexplainedBefore(int.MaxValue);

    /// <param name="end">Counted in characters.</param>
    public int UnexplainedBefore(int end) => Enumerable.Range(0, Sentence.Count).Count(i =>
        Sentence[i].Start < end && Sentence[i] is { Kind: TokenKind.Word, Known: false } && !Sentence.Taken(i) && !Sentence.Is(i, Classes.Place) && !Sentence.Is(i, Classes.Source)
        && !NameRuns.Any(run => run.Certain && i >= run.Start && i < run.End));

    private static Period? PeriodOf(DeskRequest? request) => request switch
    {
        DeskRequest.Funnel funnel => funnel.Period,
        DeskRequest.Sources sources => sources.Period,
        DeskRequest.Speed speed => speed.Period,
        _ => null,
    };

    private List<Amount> MarkAmounts()
    {
        var found = new List<Amount>();
        for (var i = 0; i < Sentence.Count; i++)
        {
            if (Parsing.Amounts.At(Sentence, i, Input.Currency) is { } amount && !Sentence.All("period").Any(period => i >= period.Start && i < period.End))
            {
                Sentence.Add("amount", "", i, amount.End);
                if (amount.IsMarked)
                    Sentence.Add("money", "", i, amount.End);
                found.Add(amount);
            }
            if (Times.At(Sentence, i, officeHours: true) is var (_, end))
                Sentence.Add("time", "", i, end);
            if (found.Count > 0 && found[^1].Start == i)
                i = found[^1].End - 1;
        }
        return found;
    }

    private Breakdown? ReadBy()
    {
        foreach (var by in Sentence.All(Classes.By))
            if (Sentence.At(Sentence.SkipAll(by.End, Classes.Article, Classes.By), Classes.ByWord) is { } word)
                return Enum.Parse<Breakdown>(word.Value, true);
        return Sentence.First("by_phrase") is { } phrase ? Enum.Parse<Breakdown>(phrase.Value, true) : null;
    }
}
