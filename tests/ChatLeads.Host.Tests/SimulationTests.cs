using ChatLeads.Core.Conversations.Simulation;
using ChatLeads.Host.Simulation;

namespace ChatLeads.Host.Tests;

/// <summary>The conversations of <c>dialogs/tests/</c>, through the turn pipeline and a database.</summary>
public class SimulationTests
{
    private static readonly string Folder = DialogFolder.Default;

    [Fact]
    public async Task Conversations_end_with_their_temperature_after_few_questions_and_are_stored_or_not_as_they_say()
    {
        var performances = await Play(Directory.GetFiles(Path.Combine(Folder, "tests"), "conversations-*.jsonl").SelectMany(File.ReadLines));

        Assert.True(performances.Count >= 60);
        Assert.Empty(performances
            .Where(played => played.Temperature != played.Persona.Temperature || played.Stored != played.Persona.ExpectStored)
            .Select(played => $"{played.Persona.Id}: {string.Join("; ", played.Differences())}"));
        var settled = performances.Select(played => played.QuestionsUntilSettled).OfType<int>().Order().ToList();
        Assert.InRange(settled[settled.Count / 2], 0, 5);
        Assert.All(performances, played => Assert.True(played.Turns < Actor.MostTurns, $"{played.Persona.Id} did not end"));
    }

    [Fact]
    public async Task An_opening_that_says_it_all_needs_two_questions_at_most()
    {
        var played = Assert.Single(await Play(
        [
            """
            {"id":"all","language":"es","opening":["soy la dueña de un taller de 12 personas, necesitamos llevar las citas, lo quiero ya y tengo 5000 euros al año"],
             "answers":{"consent":"si","name":"Ana Ruiz, 612 340 981"},"fallback":"","temperature":"hot","expect_stored":true}
            """.ReplaceLineEndings(" "),
        ]));

        Assert.Empty(played.Differences());
        Assert.Equal(0, played.QuestionsUntilSettled);
        Assert.Equal(["consent", "name"], played.Asked);
    }

    private static async Task<List<Performance>> Play(IEnumerable<string> lines)
    {
        var dialogs = Dialogs.Read(DialogFolder.Read(Folder)).Dialogs!;
        await using var stage = await SimulationHost.Start(dialogs, new DateOnly(2026, 11, 23));
        var performances = new List<Performance>();
        foreach (var line in lines.Where(line => line.Length > 0))
            performances.Add(await stage.Play(Persona.Parse(line), CancellationToken.None));
        return performances;
    }
}
