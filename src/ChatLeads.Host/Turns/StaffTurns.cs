using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;

namespace ChatLeads.Host.Turns;

/// <summary>A staff member's turn.</summary>
internal sealed class StaffTurns(StaffDesk desk, TurnRecorder recorder)
{
    public async Task<Committed> Take(Turn turn, Staff staff)
    {
        DeskOutcome? outcome = null;
        var committed = await recorder.RecordStaff(turn, db => (outcome = desk.Answer(db, staff, turn.Inbound, turn.At)).Replies);
        desk.Remember(staff, turn.Inbound, outcome!);
        return committed;
    }
}
