namespace ChatLeads.Core.Desk;

/// <summary>A staff member's sentence and what is known around it.</summary>
/// <param name="Today">In the staff member's time zone.</param>
/// <param name="Currency">ISO 4217: what a bare <c>$</c> means.</param>
/// <param name="Now">The time of day, for "in two hours"; null when it is not known.</param>
public sealed record DeskInput(string Text, Role Role, DateOnly Today, string Currency = "EUR", DeskContext? Context = null, TimeOnly? Now = null);

/// <summary>What the conversation with this staff member is about.</summary>
/// <param name="Request">The last request.</param>
/// <param name="Shown">The leads of the last list, in the order shown.</param>
/// <param name="Lead">The lead now spoken of.</param>
public sealed record DeskContext(DeskRequest? Request = null, IReadOnlyList<ShownLead>? Shown = null, int? Lead = null)
{
    /// <summary>A request that waits for an answer: which lead, how much, until when.</summary>
    public PendingRequest? Pending { get; init; }

    /// <summary>A sentence that waits for its main point: to whom, how much, why.</summary>
    public BegunRequest? Begun { get; init; }

    /// <summary>How many of what was asked for have been shown: "more" goes on there.</summary>
    public int Seen { get; init; }
}

/// <param name="Id">Tells buttons of this question from those of an earlier one.</param>
public sealed record PendingRequest(DeskRequest Request, string Id)
{
    private const string Command = "/pick", Sure = "/sure";

    /// <summary>What a button says that has an erasure carried out.</summary>
    public string Confirms => $"{Sure} {Id}";

    /// <summary>What a button says that picks a lead.</summary>
    public string Picks(int lead) => $"{Command} {lead} {Id}";

    /// <summary>The request that a pressed button completes; of a question that is over, it shows the lead.</summary>
    public static DeskRequest? Picked(string text, DeskContext context) =>
        text.Split(' ') is [Sure, var question]
            ? context.Pending is { Request: DeskRequest.Erase { Lead: not null } erase } asked && asked.Id == question ? erase with { Confirmed = true } : new DeskRequest.Unknown()
        : text.Split(' ') is [Command, var lead, var id] && int.TryParse(lead, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? context.Pending is { Request: DeskRequest.AboutLead about } pending && pending.Id == id
                ? about with { Lead = LeadRef.Of(number) }
                : new DeskRequest.ShowLead(LeadRef.Of(number))
            : null;
}

/// <param name="Said">What the bare answer is put behind: <c>assign 42</c>.</param>
/// <param name="Kind">The id of the request that both make together.</param>
public sealed record BegunRequest(string Said, string Kind);

public sealed record ShownLead(int Number, string Name);

/// <summary>A sentence as it was read.</summary>
/// <param name="Confidence">0 to 1; below a half it deserves a question rather than an answer.</param>
/// <param name="Closest">For an unknown sentence, the three ids of requests that come closest (<c>leads</c>, <c>funnel</c>…); else empty.</param>
public sealed record DeskReading(DeskRequest Request, double Confidence, IReadOnlyList<string> Closest)
{
    /// <summary>The id of the request that an unknown sentence began, without what it cannot do without: "assign 42", to nobody.</summary>
    public string? Missing { get; init; }
}
