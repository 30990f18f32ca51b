using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>Rules that bind intents and facts together.</summary>
internal static class WholeMessage
{
    private const string Parser = "message";

    /// <summary>What goes wrong for who wants one of these is no need of a prospect.</summary>
    private static readonly HashSet<Intent> NoNeed = [Intent.Support, Intent.NotAProspect, Intent.OptOut, Intent.EraseData, Intent.AccessData];

    public static void Adjust(Message message, HashSet<Intent> intents, Candidates found)
    {
        if (intents.Contains(Intent.JustLooking))
        {
            found.Add(Field.Timeline, new ChoiceValue("none"), 0, 0, 99, Parser);
            if (!message.Has("authority.defers"))
                Drop(found, Field.Authority, "influences");
        }
        if (intents.Overlaps(NoNeed))
            Drop(found, Field.Need);
        if (intents.Contains(Intent.Support))
        {
            Drop(found, Field.Authority, "uses");
            Drop(found, Field.Timeline);
        }
        if (!intents.Contains(Intent.NotAProspect))
            return;
        Drop(found, Field.Budget);
        if (!intents.Contains(Intent.JustLooking))
            Drop(found, Field.Timeline);
    }

    private static void Drop(Candidates found, Field field, string? choice = null)
    {
        foreach (var candidate in found.All)
        {
            if (candidate.Field == field && (choice is null || candidate.Value is ChoiceValue { Id: var id } && id == choice))
                candidate.Lost ??= Reasons.NoProspect;
        }
    }
}
