using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Desk;

/// <summary>What a staff member's sentence asks for. Keys that were not said are null or empty.</summary>
public abstract record DeskRequest
{
    private DeskRequest() { }

    /// <summary>True when carrying it out changes data: such a request is confirmed with what was changed.</summary>
    public virtual bool Changes => false;

    public sealed record ListLeads(LeadFilter Filter) : DeskRequest;
    /// <summary>What comes after what was shown of the last list or transcript.</summary>
    public sealed record More : DeskRequest;
    public sealed record ExportLeads(LeadFilter Filter) : DeskRequest;

    /// <summary>A request about one lead. <see cref="Lead"/> is null when none was named and none is spoken of: ask which.</summary>
    public abstract record AboutLead(LeadRef? Lead) : DeskRequest;
    public sealed record ShowLead(LeadRef? Lead) : AboutLead(Lead);
    public sealed record ShowTranscript(LeadRef? Lead) : AboutLead(Lead);
    public sealed record ShowNextStep(LeadRef? Lead) : AboutLead(Lead);

    /// <summary>A request that changes one lead.</summary>
    public abstract record ChangeLead(LeadRef? Lead) : AboutLead(Lead)
    {
        public override bool Changes => true;
    }
    public sealed record Claim(LeadRef? Lead) : ChangeLead(Lead);
    public sealed record TakeOver(LeadRef? Lead) : ChangeLead(Lead);
    public sealed record Release(LeadRef? Lead) : ChangeLead(Lead);
    /// <param name="To">A person's name, or <c>me</c>.</param>
    public sealed record Assign(LeadRef? Lead, string To) : ChangeLead(Lead);
    public sealed record AddNote(LeadRef? Lead, string Text) : ChangeLead(Lead);
    /// <param name="Until">Null when no time was said: ask for it.</param>
    public sealed record Snooze(LeadRef? Lead, Moment? Until) : ChangeLead(Lead);
    /// <param name="To"><see cref="Stage.Lead"/> re-opens.</param>
    /// <param name="Currency">ISO 4217, only when the sentence names one.</param>
    public sealed record SetStage(LeadRef? Lead, Stage To, decimal? Amount = null, string? Currency = null, string? Reason = null) : ChangeLead(Lead);
    public sealed record Contacted(LeadRef? Lead, Outcome Outcome) : ChangeLead(Lead);

    /// <summary>Removes a person for good; asked about first.</summary>
    public sealed record Erase(LeadRef? Lead, bool Confirmed = false) : AboutLead(Lead)
    {
        public override bool Changes => Confirmed;
    }
    /// <summary>Who read or changed what; about one lead, or all.</summary>
    public sealed record ShowAudit(LeadRef? Lead, Period? Period = null) : AboutLead(Lead);
    /// <summary>What was given up after all attempts to deliver it.</summary>
    public sealed record ShowUndelivered : DeskRequest;

    public sealed record Undo : DeskRequest
    {
        public override bool Changes => true;
    }
    public sealed record MyDay : DeskRequest;
    public sealed record Team : DeskRequest;
    public sealed record Help : DeskRequest;
    public sealed record Duty(bool On) : DeskRequest
    {
        public override bool Changes => true;
    }

    /// <param name="ByActivity">What happened in the period, whenever those came in to whom it happened.</param>
    public sealed record Funnel(Period? Period = null, Period? Compare = null, Breakdown? By = null, bool ByActivity = false) : DeskRequest;
    public sealed record Sources(Period? Period = null, Period? Compare = null) : DeskRequest;
    public sealed record Speed(Period? Period = null, Breakdown? By = null) : DeskRequest;
    public sealed record EnterCost(string? Source, decimal Amount, string? Currency, Period? Period) : DeskRequest
    {
        public override bool Changes => true;
    }
    public sealed record Invite(string Name, Role? Role) : DeskRequest
    {
        public override bool Changes => true;
    }
    /// <param name="Off">True: no digest any more, and the rest is null.</param>
    public sealed record Digest(DigestEvery? Every, DayOfWeek? On, TimeOnly? At, bool Off = false) : DeskRequest
    {
        public override bool Changes => true;
    }
    public sealed record Explain(Metric? Metric) : DeskRequest;
    public sealed record Unknown : DeskRequest;
}
