using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Takeover;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

[Phrases("desk/erasure.yaml")]
internal enum ErasureText
{
    [Values("number", "lead", "what")] Sure,
    [Values("number")] Yes,
    No,
    [Values("number", "what")] Erased,
    [Values("facts", "messages", "changes", "waiting")] What,
}

/// <summary>Removes a person for good, once the manager has said so twice. The answer names nobody: it stays in the desk's transcript.</summary>
internal sealed class EraseHandler(SigningKey key) : LeadHandler<DeskRequest.Erase>
{
    public override Role Needs => Role.Manager;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.Erase request, LeadRow lead) =>
        request.Confirmed ? Erase(desk, lead.Number, What(desk, lead.Number)) : Ask(desk, request, lead);

    private static DeskResult Ask(DeskTurn desk, DeskRequest.Erase request, LeadRow lead)
    {
        var pending = new PendingRequest(request, $"{desk.Now.ToUnixTimeMilliseconds()}");
        var question = desk.Say(ErasureText.Sure, ("number", $"{lead.Number}"), ("lead", LeadViews.NameOf(lead)), ("what", What(desk, lead.Number))) with
        {
            Leads = [lead.Number],
            Choices = [new Choice(desk.Words(ErasureText.Yes, ("number", $"{lead.Number}")), pending.Confirms), new Choice(desk.Words(ErasureText.No), desk.Words(ErasureText.No))],
        };
        return new DeskResult([question], desk.Context with { Pending = pending }) { Outcome = "asked" };
    }

    private DeskResult Erase(DeskTurn desk, int number, string what)
    {
        foreach (var id in desk.Db.Conversations.Where(row => row.LeadNumber == number && row.StaffId == null).Select(row => row.Id).ToList())
            if (Hands.OfConversation(desk.Db, id) is { StaffId: { } rep } held)
                RepMail.TellErased(desk.Db, rep, held.From, desk.Now);
        Erasure.Erase(desk.Db, null, number, key.Bytes);
        return new DeskResult([desk.Say(ErasureText.Erased, ("number", $"{number}"), ("what", what))]) { Outcome = "erased", Erased = number };
    }

    /// <summary>Counts, as the database has them now.</summary>
    private static string What(DeskTurn desk, int number)
    {
        var talks = desk.Db.Conversations.Where(row => row.LeadNumber == number && row.StaffId == null).Select(row => row.Id);
        return desk.Words(
            ErasureText.What,
            ("facts", $"{desk.Db.Facts.Count(row => row.LeadNumber == number)}"),
            ("messages", $"{desk.Db.Messages.Count(row => talks.Contains(row.ConversationId))}"),
            ("changes", $"{desk.Db.LeadChanges.Count(row => row.LeadNumber == number)}"),
            ("waiting", $"{desk.Db.Outbox.Count(row => row.LeadNumber == number && row.SentAt == null && row.DeadAt == null)}"));
    }
}
