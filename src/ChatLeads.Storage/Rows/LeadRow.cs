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

    public Temperature Temperature { get; set; }

    /// <summary>0–100.</summary>
    public int Score { get; set; }

    /// <summary>The whole <see cref="Core.Scoring.Score"/>, with reasons, as JSON.</summary>
    public string ScoreJson { get; set; } = "";

    public Stage Stage { get; set; }
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

    public DateTimeOffset? ClaimedAt { get; set; }
    public DateTimeOffset LastActivityAt { get; set; }

    public List<FactRow> Facts { get; } = [];
    public List<ContactPointRow> ContactPoints { get; } = [];
    public List<StageChangeRow> StageChanges { get; } = [];
}
