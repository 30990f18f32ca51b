using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Takeover;

internal enum HandsAct { Take, Say, GiveBack }

/// <summary>What a staff member did about a prospect's conversation.</summary>
internal sealed record HandsPayload(ConversationKey To, HandsAct Act, int StaffId, string Name)
{
    public const string Kind = "hands";

    /// <summary>By which its turn is known.</summary>
    public static string UpdateId(long row) => $"hands-{row}";

    public string? Text { get; init; }

    /// <summary>The last entry of the prospect's transcript that they were shown when they took it.</summary>
    public long Seen { get; init; }

    public Incoming Content => Act switch
    {
        HandsAct.Take => new TakenOver(StaffId, Name, Seen),
        HandsAct.Say => new RepSaid(StaffId, Name, Text!),
        _ => new GivenBack(StaffId),
    };
}

/// <summary>Carries it into the prospect's conversation, as a turn among its own: so nothing that the prospect says falls between.</summary>
internal sealed class HandsHandler(LiveConversations conversations, ITurns turns) : IOutboxHandler
{
    public string Kind => HandsPayload.Kind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var act = StoredJson.Read<HandsPayload>(row.PayloadJson);
        if (await conversations.Find(act.To, cancellation) is { RowId: not null }) // Otherwise erased meanwhile.
            await turns.Take(new Inbound(act.To, HandsPayload.UpdateId(row.Id), $"staff-{act.StaffId}", act.Content), cancellation);
        return new OutboxOutcome.Sent(null);
    }
}
