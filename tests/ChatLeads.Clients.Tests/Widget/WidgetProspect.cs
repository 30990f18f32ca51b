using ChatLeads.Clients.Tests.Official;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>Plays a prospect in the widget: answers what the log's <c>data-asking</c> says is asked.</summary>
internal static class WidgetProspect
{
    private const int MostTurns = 15;

    /// <summary>The fields that were asked for, in order, until the bot asks no more.</summary>
    public static async Task<IReadOnlyList<string>> Play(this WidgetPage widget, Prospect prospect)
    {
        var asked = new List<string>();
        await widget.SayAndWait(prospect.Opening);
        for (var turn = 0; turn < MostTurns && await widget.Asking() is { Length: > 0 } asking; turn++)
        {
            asked.Add(asking);
            if (asking == "consent") await widget.AnswerBy(() => widget.Page.Locator(".choices button:enabled").First.ClickAsync());
            else await widget.SayAndWait(prospect.Answers[asking]);
        }
        return asked;
    }

    private static Task SayAndWait(this WidgetPage widget, string text) => widget.AnswerBy(() => widget.Say(text));

    private static async Task AnswerBy(this WidgetPage widget, Func<Task> act)
    {
        var before = await widget.Bot.CountAsync();
        await act();
        await widget.Bot.Nth(before).WaitForAsync();
    }

    private static async Task<string?> Asking(this WidgetPage widget) =>
        await widget.Page.GetByRole(AriaRole.Log).GetAttributeAsync("data-asking");
}
