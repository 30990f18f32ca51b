using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

internal sealed class NoteHandler : ChangeHandler<DeskRequest.AddNote>
{
    protected override DeskResult Change(DeskTurn desk, DeskRequest.AddNote request, LeadRow lead)
    {
        LeadChanges.Make(desk, lead, ChangeKind.Note, () => { }, request.Text);
        return LeadChanges.Done(desk, lead, desk.Words(ChangeText.Noted, LeadChanges.Name(lead), ("text", request.Text)), "note");
    }
}
