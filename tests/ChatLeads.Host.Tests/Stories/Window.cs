namespace ChatLeads.Host.Tests.Stories;

/// <summary>A message of the bot's, or of somebody who speaks through it, as it stands in a chat now.</summary>
/// <param name="Text">All of its words; of a card, too.</param>
internal sealed record Shown(string Id, string Text, IReadOnlyList<(string Label, string Data)> Buttons)
{
    public string DataOf(string label) => Buttons.First(button => button.Label == label).Data;

    public bool Has(params string[] words) => words.All(word => Text.Contains(word, StringComparison.Ordinal));

    public bool Offers(string label) => Buttons.Any(button => button.Label == label);
}

/// <summary>A chat as its person sees it, on whichever channel.</summary>
internal abstract class Window
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Oldest first, edited ones as they are now.</summary>
    public abstract Task<IReadOnlyList<Shown>> Screen();

    public abstract Task Writes(string text);

    public abstract Task Presses(Shown message, string label);

    /// <summary>Waits until the person sees it.</summary>
    public async Task<Shown> Sees(Func<Shown, bool> what)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ; await Task.Delay(50))
        {
            var screen = await Screen();
            if (screen.LastOrDefault(what) is { } found)
                return found;
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"It did not come. On the screen:\n{string.Join("\n---\n", screen.Select(Describe))}");
        }
    }

    public Task<Shown> Sees(params string[] words) => Sees(message => message.Has(words));

    /// <summary>Does something, and waits for a message that was not there.</summary>
    public async Task Answered(Func<Task> deed)
    {
        var before = (await Screen()).Select(message => message.Id).ToHashSet();
        await deed();
        await Sees(message => !before.Contains(message.Id));
    }

    private static string Describe(Shown message) => $"{message.Text} [{string.Join("] [", message.Buttons.Select(button => button.Label))}]";
}
