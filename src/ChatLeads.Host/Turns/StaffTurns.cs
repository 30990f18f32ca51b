using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;

namespace ChatLeads.Host.Turns;

/// <summary>A staff member's turn.</summary>
internal sealed class StaffTurns(StaffDesk desk, TurnRecorder recorder)
{
    public Task<Committed> Take(Turn turn, Staff staff) =>
        recorder.RecordStaff(turn, db => desk.Answer(db, staff, turn.Inbound.Content, turn.At));
}
