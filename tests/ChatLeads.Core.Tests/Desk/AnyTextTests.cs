using ChatLeads.Core.Desk;
using CsCheck;

namespace ChatLeads.Core.Tests.Desk;

public class AnyTextTests
{
    private static readonly string[] Pieces = [.. Sentences.File("desk-developed.jsonl").SelectMany(line => line.Input.Text.Split(' ')).Distinct()];
    private static readonly DeskContext Context = new(new DeskRequest.ShowLead(LeadRef.Of(42)), [new ShownLead(42, "Ana Ruiz"), new ShownLead(7, "Tom")], 42);

    [Fact]
    public void Any_text_gets_an_answer() =>
        Gen.String[0, 400].Sample(text => Assert.NotNull(Sentences.Ask(text, Context)));

    [Fact]
    public void Any_words_of_the_desk_get_an_answer_that_can_be_written_and_read() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 25].Sample(words =>
        {
            var request = Sentences.Ask(string.Join(' ', words), Context);
            Assert.Equal(Sentences.Json(request), Sentences.Json(DeskJsonReader.Read(DeskJson.Write(request))));
        });

    [Fact]
    public void Words_that_nobody_knows_change_nothing() =>
        Gen.String[Gen.Char["bcdfghjklmnpqrstvwxz"], 5, 12].Array[0, 12].Sample(words => Assert.False(Sentences.Ask(string.Join(' ', words), Context).Changes));

    [Fact]
    public void The_length_of_a_text_is_no_trap()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in new[] { "asigna ", "pasa el chat ", "((((", "1.1.1.", "a a a ", "del 1 al ", "\"", "hot cold " })
            Assert.NotNull(Sentences.Ask(string.Concat(Enumerable.Repeat(piece, 20_000))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}
