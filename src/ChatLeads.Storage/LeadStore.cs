using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>Stores what a conversation knows of its lead. Runs inside the turn's transaction.</summary>
public static class LeadStore
{
    /// <summary>Creates the conversation's lead or brings it up to date; a known contact point joins it to the lead stored before.</summary>
    /// <param name="score">Scores the facts anew when the stored lead knows more than the conversation.</param>
    /// <param name="today">In the firm's time zone.</param>
    public static LeadRow Keep(
        ChatLeadsDb db, ConversationRow conversation, LeadSnapshot snapshot, Func<IReadOnlyList<Fact>, Score> score, DateTimeOffset now, DateOnly today)
    {
        var points = ContactPoints.Of(snapshot.Facts);
        var lead = Join(db, conversation, ContactPoints.OwnerOf(db, points)) ?? New(db, snapshot, now, today);
        if (conversation.LeadNumber != lead.Number)
            Attach(db, conversation, lead);
        Merge(lead, conversation, snapshot.Facts);
        ContactPoints.Keep(db, lead, points);
        var known = lead.Facts.Count == snapshot.Facts.Count ? snapshot.Score : score(FactsOf(lead));
        Describe(lead, known);
        Touch(lead, snapshot, now);
        Promote(lead, snapshot.Stage, now, today);
        return lead;
    }

    /// <summary>After facts of it went.</summary>
    public static void Rescore(ChatLeadsDb db, int number, Func<IReadOnlyList<Fact>, Score> score)
    {
        var lead = Load(db, number)!;
        Describe(lead, score(FactsOf(lead)));
    }

    /// <summary>The facts of a lead whose facts are loaded.</summary>
    public static IReadOnlyList<Fact> FactsOf(LeadRow lead) =>
    [
        .. lead.Facts.Select(row => new Fact(
            new Field(row.Field),
            StoredJson.Read<FactValue>(row.ValueJson),
            new Quote(row.QuoteMessageId, row.QuoteText, row.QuoteAt))),
    ];

    private static LeadRow? Join(ChatLeadsDb db, ConversationRow conversation, int? owner)
    {
        var (own, other) = (conversation.LeadNumber, owner ?? conversation.LeadNumber);
        if (own is not null && other != own && !db.Conversations.Any(row => row.LeadNumber == own && row.Id != conversation.Id))
            Drop(db, own.Value); // Began here as a new lead, and turns out to be one that we know.
        else if (own is not null)
            other = own;
        return other is null ? null : Load(db, other.Value);
    }

    private static LeadRow? Load(ChatLeadsDb db, int number) =>
        db.Leads.Include(lead => lead.Facts).SingleOrDefault(lead => lead.Number == number);

    private static void Drop(ChatLeadsDb db, int number)
    {
        db.Outbox.Where(row => row.LeadNumber == number && row.SentAt == null).ExecuteDelete();
        db.Consents.Where(row => row.LeadNumber == number).ExecuteUpdate(set => set.SetProperty(row => row.LeadNumber, (int?)null));
        Delete(db, number);
    }

    /// <summary>Through the change tracker, so that the roll-up forgets it, too.</summary>
    internal static void Delete(ChatLeadsDb db, int number)
    {
        if (db.Leads.Find(number) is not { } lead)
            return;
        db.Leads.Remove(lead);
        db.SaveChanges();
    }

    private static LeadRow New(ChatLeadsDb db, LeadSnapshot snapshot, DateTimeOffset now, DateOnly today)
    {
        var lead = new LeadRow
        {
            CreatedAt = now,
            EnteredOn = today,
            Language = snapshot.Language,
            Channel = snapshot.Channel,
            Source = snapshot.Visit?.Source,
            Campaign = snapshot.Visit?.Campaign,
            VisitJson = snapshot.Visit is null ? null : StoredJson.Write(snapshot.Visit),
        };
        lead.StageChanges.Add(new StageChangeRow { From = Stage.Contact, To = Stage.Lead, At = now, By = "bot", Cause = "consent" });
        db.Leads.Add(lead);
        db.SaveChanges(); // For its number.
        return lead;
    }

    private static void Attach(ChatLeadsDb db, ConversationRow conversation, LeadRow lead)
    {
        db.Attach(conversation);
        conversation.LeadNumber = lead.Number;
        db.SaveChanges(); // Consents given in this very turn, too.
        db.Consents.Where(row => row.ConversationId == conversation.Id && row.LeadNumber == null)
            .ExecuteUpdate(set => set.SetProperty(row => row.LeadNumber, lead.Number));
    }

    private static void Merge(LeadRow lead, ConversationRow conversation, IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            var row = lead.Facts.Find(known => known.Field == fact.Field.Id);
            if (row is null)
                lead.Facts.Add(row = new FactRow { Field = fact.Field.Id });
            else if (fact.Quote.At < row.QuoteAt || (row.ConversationId != conversation.Id && Identifies(fact.Field)))
                continue;
            row.ConversationId = conversation.Id;
            row.ValueJson = StoredJson.Write(fact.Value);
            (row.QuoteMessageId, row.QuoteText, row.QuoteAt) = (fact.Quote.MessageId, fact.Quote.Text, fact.Quote.At);
        }
    }

    /// <summary>
    /// Who the lead is and how they are reached. To know somebody's e-mail proves nothing: a conversation that joined by it
    /// may say what is wanted now, but not that the person is another or is reached elsewhere.
    /// </summary>
    private static bool Identifies(Field field) => field.IsContactPoint || field == Field.Name || field == Field.Company;

    private static void Describe(LeadRow lead, Score known)
    {
        (lead.Name, lead.Company) = (Text(lead, Field.Name), Text(lead, Field.Company));
        (lead.Email, lead.Phone) = (Text(lead, Field.Email), Text(lead, Field.Phone));
        lead.Location = Text(lead, Field.Location);
        lead.SearchText = LeadText.Of(lead, lead.Facts.Find(row => row.Field == Field.Need.Id)?.QuoteText);
        (lead.Temperature, lead.Score, lead.ScoreJson) = (known.Temperature, known.Total, StoredJson.Write(known));
    }

    private static void Touch(LeadRow lead, LeadSnapshot snapshot, DateTimeOffset now)
    {
        lead.Language = snapshot.Language;
        lead.Marketing |= snapshot.Marketing;
        lead.LastActivityAt = now;
        if (lead.Temperature == Temperature.Hot)
            lead.HotAt ??= now;
    }

    private static string? Text(LeadRow lead, Field field) =>
        lead.Facts.Find(row => row.Field == field.Id) is { } row && StoredJson.Read<FactValue>(row.ValueJson) is TextValue text
            ? text.Text
            : null;

    /// <summary>The bot only ever moves a lead on to MQL: what staff decided stays.</summary>
    private static void Promote(LeadRow lead, Stage stage, DateTimeOffset now, DateOnly today)
    {
        if (lead.Stage == Stage.Lead && stage == Stage.Mql)
            lead.Move(stage, now, today, "bot", "score");
    }
}
