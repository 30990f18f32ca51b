using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>What this person can ask, a line each: the slash command and an example.</summary>
internal sealed class HelpHandler(Topics topics) : DeskHandler<DeskRequest.Help>
{
    private const int AnyLead = 42;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.Help request) => new Reply(string.Join('\n', topics.For(desk.Staff).Select(topic =>
        desk.Words(HelpText.Line, ("command", desk.Words(Enum.Parse<DeskCommand>($"{topic}"))), ("example", Topics.Example(desk, topic, AnyLead)!)))
        .Prepend(desk.Words(HelpText.Head))), desk.Language);
}

[Phrases("desk/help.yaml")]
internal enum HelpText
{
    Head,
    [Values("command", "example")] Line,
}

/// <summary>What is asked when a request was begun and its main point is missing, by the request's id.</summary>
[Phrases("desk/missing.yaml")]
internal enum MissingText { Assign, Note, Stage, Cost, Invite, Digest, Lead }

/// <summary>Asks for what is missing; else says that it did not understand, with what comes close and can be done.</summary>
internal sealed class UnknownHandler(Topics topics) : DeskHandler<DeskRequest.Unknown>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Unknown request) =>
        Enum.TryParse<MissingText>(desk.Missing, true, out var missing)
            ? new Reply(desk.Words(missing), desk.Language)
            : desk.Say(DeskAnswer.Unknown) with { Choices = topics.Closest(desk) };
}
