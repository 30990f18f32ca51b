namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Ids of the word classes that the parser asks for.</summary>
internal static class Classes
{
    public const string Noise = "noise", Name = "name", Surname = "surname", Number = "number", Ordinal = "ordinal", OrdinalLast = "ordinal_last";
    public const string Month = "month", Weekday = "weekday", Unit = "unit", Day = "day", Quarter = "quarter", Half = "half", Fortnight = "fortnight", HalfMonth = "half_month", FourteenDays = "fourteen_days", Year = "year_word";
    public const string This = "this", Last = "last", LastAfter = "last_after", Next = "next", NextAfter = "next_after", Since = "since", From = "from", To = "to", And = "and", Between = "between", Of = "of", AgoBefore = "ago_before", AgoAfter = "ago_after", In = "in", Until = "until", At = "at", Start = "start_of", End = "end_of";
    public const string LastYear = "last_year", SameLastYear = "same_last_year", Before = "before", Versus = "versus", Or = "or", CompareVerb = "compare_verb", ToDate = "to_date";
    public const string Am = "am", Pm = "pm", Clock = "clock", HalfPast = "half_past", Fixed = "fixed_time", HourUnit = "hour_unit";
    public const string Thousand = "thousand", Currency = "currency";
    public const string Temperature = "temperature", Stage = "stage", Mine = "mine", Nobody = "nobody", OwnedBy = "owned_by", Source = "source", SourceNoun = "source_noun", CampaignNoun = "campaign_noun", SmallWord = "small_word", Place = "place", PlaceIn = "place_in", Via = "via", About = "about", Sort = "sort", By = "by", ByWord = "by_word", LimitBefore = "limit_before", LeadNoun = "lead_noun", Search = "search";
    public const string Me = "me", Pronoun = "pronoun", Them = "them", Possessive = "possessive", Destination = "destination", Role = "role", Article = "article", NotAName = "not_a_name";
    public const string Reason = "reason", PayloadLead = "payload_lead", Metric = "metric", Off = "off", Every = "every", NoAnswer = "no_answer", FollowUp = "follow_up", One = "one_word", Plural = "plural", PeriodNoun = "period_noun";

    /// <summary>Found in the sentence rather than listed: see <see cref="Sentence"/>.</summary>
    public static readonly string[] Virtual = ["lead", "period", "amount", "time", "money", "quote", "integer", "date"];
}
