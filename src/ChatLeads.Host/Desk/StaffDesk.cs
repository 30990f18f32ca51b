using System.Collections.Concurrent;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk.Requests;
using ChatLeads.Storage;

namespace ChatLeads.Host.Desk;

/// <summary>Answers staff and does what they ask, inside their turn's transaction.</summary>
internal sealed class StaffDesk(CurrentDialogs dialogs, StaffDirectory people, DeskRequests requests, ChatLeadsOptions options)
{
    /// <summary>What each conversation speaks of; lost at a restart, and then asked for again.</summary>
    private readonly ConcurrentDictionary<(int Staff, ConversationKey Where), DeskTalk> talks = [];

    /// <summary>May run twice for one turn: what is spoken of changes in <see cref="Remember"/> alone.</summary>
    /// <param name="mayChange">False: nothing is carried out, and null returned, where something would be changed.</param>
    public DeskOutcome? Answer(ChatLeadsDb db, Staff staff, Inbound inbound, DateTimeOffset now, bool mayChange)
    {
        var before = talks.GetValueOrDefault((staff.Id, Where(inbound)), new DeskTalk(new DeskContext(), staff.Language));
        var text = inbound.Content switch { TextSent sent => sent.Text, ChoicePressed pressed => pressed.Value, _ => null };
        var talk = inbound.Content is TextSent && text is not null ? before with { Language = dialogs.Now.Desk.Parser.LanguageOf(text) ?? before.Language } : before;
        var desk = new DeskTurn(db, staff, dialogs.Now, people, now)
        {
            Channel = Where(inbound).Channel,
            From = inbound.AnswerTo,
            IsGroup = inbound.IsGroup,
            Speaks = talk.Language,
            RepsSeeAll = options.RepsSeeAll,
        };
        if (text is null)
            return new DeskOutcome(inbound.Content is Opened ? [desk.Say(DeskAnswer.Welcome, ("name", staff.Name))] : [], talk);
        if (desk.Cards.Ask(text, desk.Language) is var (question, opening))
            return new DeskOutcome([question], talk with { Context = talk.Context with { Pending = null, Begun = Opened(desk, opening) } });
        var replies = new List<Reply>();
        int? erased = null;
        var readings = Read(desk, text, talk.Context);
        if (!mayChange && readings.Any(reading => reading.Request.Changes))
            return null;
        foreach (var reading in readings)
        {
            var result = requests.Do(desk with { Context = talk.Context with { Pending = null, Begun = null }, Closest = reading.Closest, Missing = reading.Missing }, reading.Request);
            replies.AddRange(result.Replies);
            erased ??= result.Erased;
            talk = talk with { Context = After(talk.Context, reading.Request, result) };
            if (reading.Missing is { } missing && Enum.TryParse<MissingText>(missing, true, out _))
                talk = talk with { Context = talk.Context with { Begun = new BegunRequest(text, missing) } };
        }
        return new DeskOutcome(Together(replies), talk) { Erased = erased };
    }

    /// <summary>After the commit.</summary>
    public void Remember(Staff staff, Inbound inbound, DeskOutcome outcome) => talks[(staff.Id, Where(inbound))] = outcome.After;

    /// <summary>No talk is about a lead any more that was erased.</summary>
    public void Forget(int lead)
    {
        foreach (var (key, talk) in talks)
            if (talk.Context.Lead == lead || talk.Context.Shown?.Any(shown => shown.Number == lead) == true)
                talks.TryUpdate(key, talk with { Context = new DeskContext() }, talk);
    }

    /// <summary>The chat that it was said in, whichever conversation it belongs to.</summary>
    private static ConversationKey Where(Inbound inbound) => inbound.AnswerTo ?? inbound.Conversation;

    private static IReadOnlyList<DeskReading> Read(DeskTurn desk, string text, DeskContext context)
    {
        if (PendingRequest.Picked(text, context) is { } picked)
            return [new DeskReading(picked, 1, [])];
        var local = desk.Local(desk.Now).DateTime;
        return desk.Dialogs.Desk.Parser.ParseAll(new DeskInput(
            text, desk.Staff.Role, DateOnly.FromDateTime(local), desk.Dialogs.Playbook.Firm.Currency, context, TimeOnly.FromDateTime(local)));
    }

    private static BegunRequest? Opened(DeskTurn desk, string opening)
    {
        var read = desk.Dialogs.Desk.Parser.Parse(new DeskInput(opening, desk.Staff.Role, desk.Today));
        return read.Missing is null && read.Confidence == 0 ? null : new BegunRequest(opening, read.Missing ?? DeskJson.Id(read.Request));
    }

    /// <summary>What only helps along is not what the talk is about.</summary>
    private static DeskContext After(DeskContext before, DeskRequest request, DeskResult result) => (result.After ?? before with { Pending = null, Begun = null }) with
    {
        Request = request is DeskRequest.More or DeskRequest.Help or DeskRequest.Unknown or DeskRequest.Undo ? before.Request : request,
    };

    /// <summary>Several short answers in one message; of the same button, one.</summary>
    private static List<Reply> Together(List<Reply> replies) => replies.Count > 1 && replies.TrueForAll(reply => reply is { Card: null, Picture: null })
        ?
        [
            replies[0] with
            {
                Text = string.Join('\n', replies.Select(reply => reply.Text)),
                Choices = [.. replies.SelectMany(reply => reply.Choices).DistinctBy(choice => choice.Value)],
                Leads = [.. replies.SelectMany(reply => reply.Leads).Distinct()],
            },
        ]
        : replies;
}

/// <summary>Where a conversation with a staff member stands.</summary>
internal sealed record DeskTalk(DeskContext Context, string Language);

/// <param name="After">What the talk is about once this was said.</param>
internal sealed record DeskOutcome(IReadOnlyList<Reply> Replies, DeskTalk After)
{
    /// <summary>See <see cref="DeskResult.Erased"/>.</summary>
    public int? Erased { get; init; }
}
