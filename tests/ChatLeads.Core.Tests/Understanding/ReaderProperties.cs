using System.Globalization;
using System.Text;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;
using CsCheck;

namespace ChatLeads.Core.Tests.Readers;

public class ReaderProperties
{
    private static readonly string[] Pieces =
    [
        "soy Ana Ruiz", "somos 12", "12k", "hasta 5.000 € al mes", "612 345 678", "ana arroba acme punto com", "a@b.es", "en Zaragoza", "for 3 months", "no, perdón",
        ",", ".", "?", "\n", "👍", "after Easter", "Q3", "la dueña", "my boss decides", "necesitamos un crm", "stop", "\u200B", "\uD800", "1.2.3,4", "+", "((", "99999999999999999999",
        "entre", "mil millones", "twenty five", "double oh seven", "S.L.", "31/02/2027", "30 de febrero", "[at]", "at", "…", "½", "ﬁ", "Ⅻ", "e\u0301",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char['\u0000', '\uffff'], 0, 200], Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 12].Select(parts => string.Join(" ", parts)));

    private static readonly Field?[] Fields = [null, .. Field.Known.Select(field => (Field?)field), Field.Consent, new Field("industry")];
    private static readonly Gen<Field?> AnyField = Gen.Int[0, Fields.Length - 1].Select(index => Fields[index]);

    /// <summary>Plain messages whose facts no politeness, case or spacing may change.</summary>
    private static readonly string[] Sentences =
    [
        "somos 12 personas en Zaragoza", "necesitamos un crm, tenemos hasta 5.000 € al año", "mi correo es ana@acme.es y mi móvil el 612 345 678",
        "we are 14 people in Bristol and need online booking", "my budget is 300 pounds a month", "im the owner, we want it in april", "lo decido yo, para enero",
        "solo estoy mirando", "prefiero no decirlo", "me llamo Rosa Blanco", "our invoices go out late", "se nos pierden las facturas",
    ];

    [Fact]
    public void Any_text_gives_an_answer_and_spans_lie_inside_it() =>
        Gen.Select(AnyText, AnyField, Gen.Date).Sample((text, field, day) =>
        {
            var today = DateOnly.FromDateTime(day < new DateTime(2000, 1, 1) || day.Year > 2090 ? new DateTime(2026, 11, 22) : day);
            var reading = TestReader.Instance.Read(new ReadRequest(text, field, today));
            Assert.All(reading.Facts, fact => Assert.True(fact.Start >= 0 && fact.Length > 0 && fact.Start + fact.Length <= text.Length));
            Assert.Equal(reading.Facts.Count, reading.Facts.Select(fact => fact.Field).Distinct().Count());
        }, iter: 3000);

    public static TheoryData<string> AllSentences => [.. Sentences];

    [Theory]
    [MemberData(nameof(AllSentences))]
    public void A_greeting_changes_no_fact(string text)
    {
        var greeting = TestReader.Read(text).Language == "en" ? "Hi there, " : "Hola, buenas tardes: ";
        Assert.Equal(Facts(text, false), Facts(greeting + text, false));
    }

    [Theory]
    [MemberData(nameof(AllSentences))]
    public void Case_changes_no_fact_but_its_letters(string text)
    {
        Assert.Equal(Facts(text, true), Facts(text.ToUpperInvariant(), true));
        Assert.Equal(Facts(text, true), Facts(text.ToLowerInvariant(), true));
    }

    [Theory]
    [MemberData(nameof(AllSentences))]
    public void Accents_spaces_and_invisible_characters_change_no_fact(string text)
    {
        Assert.Equal(Facts(text, true), Facts(Bare(text), true));
        Assert.Equal(Facts(text, false), Facts("  " + text.Replace(" ", "   ", StringComparison.Ordinal) + " ", false).Select(Single).ToList());
        Assert.Equal(Facts(text, false), Facts(text.Replace("e", "e\u200B", StringComparison.Ordinal), false).Select(fact => fact.Replace("\u200B", "", StringComparison.Ordinal)).ToList());
    }

    [Fact]
    public void The_same_message_is_read_the_same_every_time() =>
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 10].Sample(parts =>
        {
            var text = string.Join(" ", parts);
            Assert.Equal(Facts(text, false), Facts(text, false));
        });

    [Theory]
    [InlineData("a")]
    [InlineData("no ")]
    [InlineData("1 ")]
    [InlineData("a@")]
    [InlineData("somos ")]
    public void The_work_grows_no_faster_than_the_text(string piece)
    {
        Work(piece, 26_000);

        Assert.InRange(Work(piece, 262_144), 1, Math.Max(1_000_000, 12 * Work(piece, 26_000)));
    }

    /// <summary>Bytes allocated: what a busy machine counts the same. How long it takes is for the benchmarks.</summary>
    private static long Work(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        TestReader.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static List<string> Facts(string text, bool fold) =>
        [.. TestReader.Read(text).Facts.Select(fact => $"{fact.Field}={TestReader.Short(fact.Value)}").Select(fact => fold ? Bare(fact).ToLowerInvariant() : fact)];

    private static string Single(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
