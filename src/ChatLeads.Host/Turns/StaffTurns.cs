using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Takeover;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Turns;

/// <summary>
/// A staff member's turn. What only reads is answered beside the writer, whom everybody else's turns wait for: a report with
/// a picture takes its time.
/// </summary>
internal sealed class StaffTurns(StaffDesk desk, RepWords words, TurnRecorder recorder, IDbContextFactory<ChatLeadsDb> databases, LiveConversations conversations)
{
    public async Task<Committed> Take(Turn turn, Staff staff)
    {
        await using var beside = await databases.CreateDbContextAsync();
        var read = desk.Answer(beside, staff, turn.Inbound, turn.At, mayChange: false);
        List<AuditRow> noted = [.. beside.ChangeTracker.Entries<AuditRow>().Select(entry => entry.Entity)];
        DeskOutcome? outcome = null;
        var committed = await recorder.RecordStaff(turn, db =>
        {
            if (words.Take(db, staff, turn) is { } said)
                return said;
            outcome = read;
            if (read is not null && IsStillTrue(db, read))
                Note(db, noted);
            else
                outcome = desk.Answer(db, staff, turn.Inbound, turn.At, mayChange: true)!;
            return outcome!.Replies;
        });
        if (outcome is not null)
            desk.Remember(staff, turn.Inbound, outcome);
        if (outcome?.Erased is { } erased)
        {
            desk.Forget(erased);
            await conversations.ForgetLead(erased);
        }
        return committed;
    }

    /// <summary>A lead may have been erased since it was read: then nothing may be written of it.</summary>
    private static bool IsStillTrue(ChatLeadsDb db, DeskOutcome read)
    {
        var numbers = read.Replies.SelectMany(reply => reply.Leads).Distinct().ToList();
        return numbers.Count == 0 || db.Leads.Count(lead => numbers.Contains(lead.Number)) == numbers.Count;
    }

    private static void Note(ChatLeadsDb db, List<AuditRow> noted)
    {
        foreach (var row in noted)
        {
            row.Id = 0; // It may have been tried before.
            db.Audit.Add(row);
        }
    }
}
