using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;

namespace ChatLeads.Storage.Rows;

/// <summary>A consented lead. What lists filter and sort by stands here a second time, beside the facts that it came from.</summary>
public sealed class LeadRow
{
    /// <summary>What staff call it by: never used twice, even after an erasure.</summary>
    public int Number { get; set; }

    public string? Name { get; set; }
    public string? Company { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Location { get; set; }

    /// <summary>What lists search: name and company, folded; on a second line place and need. See <see cref="LeadText"/>.</summary>
    public string SearchText { get; set; } = "";

    public Temperature Temperature { get; set; }

    /// <summary>0–100.</summary>
    public int Score { get; set; }

    /// <summary>The whole <see cref="Core.Scoring.Score"/>, with reasons, as JSON.</summary>
    public string ScoreJson { get; set; } = "";

    /// <summary>Changed by <see cref="Move"/> alone.</summary>
    public Stage Stage { get; private set; } = Stage.Lead;

    /// <summary>The day of consent, in the firm's time zone as all days here: the lead's cohort.</summary>
    public DateOnly EnteredOn { get; set; }

    /// <summary>The first day of each later stage; a skipped one was passed on the same day. See <see cref="Core.Funnels.LeadPath"/>.</summary>
    public DateOnly? MqlOn { get; private set; }
    public DateOnly? SqlOn { get; private set; }
    public DateOnly? OpportunityOn { get; private set; }
    public DateOnly? CustomerOn { get; private set; }

    /// <summary>While it is lost or disqualified: since when.</summary>
    public DateOnly? LeftOn { get; private set; }

    public string? LeftReason { get; private set; }

    public int? OwnerId { get; set; }
    public string Language { get; set; } = "";
    public string Channel { get; set; } = "";
    public string? Source { get; set; }
    public string? Campaign { get; set; }

    /// <summary>The whole <see cref="Visit"/> as JSON.</summary>
    public string? VisitJson { get; set; }

    public bool Marketing { get; set; }

    /// <summary>The person wants no more messages.</summary>
    public bool MessagesStopped { get; set; }

    /// <summary>What the deal is worth, where staff said so.</summary>
    public decimal? Amount { get; set; }

    public string? Currency { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it first became hot.</summary>
    public DateTimeOffset? HotAt { get; set; }

    /// <summary>When the first alert about it had been delivered.</summary>
    public DateTimeOffset? AlertedAt { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public DateTimeOffset LastActivityAt { get; set; }

    /// <summary>When a rep first reached it or tried to.</summary>
    public DateTimeOffset? FirstWordAt { get; set; }

    /// <summary>When <see cref="SnoozedBy"/> wants to be reminded of it.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    public int? SnoozedBy { get; set; }

    public List<FactRow> Facts { get; } = [];
    public List<ContactPointRow> ContactPoints { get; } = [];
    public List<StageChangeRow> StageChanges { get; } = [];

    /// <summary>Changes the stage and notes the change.</summary>
    /// <param name="day">Of <paramref name="at"/>, in the firm's time zone.</param>
    /// <param name="by">The staff member's id, or <c>bot</c>.</param>
    public void Move(Stage to, DateTimeOffset at, DateOnly day, string by, string cause)
    {
        StageChanges.Add(new StageChangeRow { LeadNumber = Number, From = Stage, To = to, At = at, By = by, Cause = cause });
        Take(LeadPaths.Of(this).Move(to, day, cause), to);
    }

    /// <summary>Takes a change back: stage and path are as they were before.</summary>
    public void Restore(LeadPath path, Stage stage, DateTimeOffset at, string by, string cause)
    {
        StageChanges.Add(new StageChangeRow { LeadNumber = Number, From = Stage, To = stage, At = at, By = by, Cause = cause });
        Take(path, stage);
    }

    private void Take(LeadPath path, Stage stage)
    {
        (Stage, LeftOn, LeftReason) = (stage, path.Left?.Day, path.Left?.Reason);
        (MqlOn, SqlOn) = (On(Stage.Mql), On(Stage.Sql));
        (OpportunityOn, CustomerOn) = (On(Stage.Opportunity), On(Stage.Customer));

        DateOnly? On(Stage reached) => path.Reached.TryGetValue(reached, out var day) ? day : null;
    }
}
