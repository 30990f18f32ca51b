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

    [Theory]
    [InlineData("asigna ")]
    [InlineData("pasa el chat ")]
    [InlineData("((((")]
    [InlineData("1.1.1.")]
    [InlineData("a a a ")]
    [InlineData("del 1 al ")]
    [InlineData("\"")]
    [InlineData("hot cold ")]
    public void The_work_grows_no_faster_than_the_text(string piece)
    {
        Work(piece, 2_000);

        Assert.InRange(Work(piece, 20_000), 1, Math.Max(1_000_000, 25 * Work(piece, 2_000)));
    }

    /// <summary>Bytes allocated: what a busy machine counts the same.</summary>
    private static long Work(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(Sentences.Ask(text));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
