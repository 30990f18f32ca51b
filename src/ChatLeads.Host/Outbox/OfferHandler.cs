using ChatLeads.Core.Conversations;
using ChatLeads.Core.Routing;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Route = ChatLeads.Core.Routing.Route;

namespace ChatLeads.Host.Outbox;

/// <summary>
/// Asks the next one to take a lead, tells whoever was asked before that it has gone on, and sets the time by which it must be
/// claimed: a rep, the next rep, then the fallback. All in one transaction, so that a crash leaves no half of it.
/// </summary>
internal sealed class OfferHandler(DbWriter writer, CurrentDialogs dialogs, TimeProvider clock) : IOutboxHandler
{
    private const int MostReps = 2;

    public string Kind => Alerts.OfferKind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var (offer, now) = (StoredJson.Read<OfferPayload>(row.PayloadJson), clock.GetUtcNow());
        await writer.Write(db =>
        {
            if (offer.Lead is not { } number)
                TellWhoIsThere(db, offer.Reason, $"{row.Id}", now);
            else if (db.Leads.Include(lead => lead.Facts).SingleOrDefault(lead => lead.Number == number) is { } lead)
                Ask(db, row.Id, offer, lead, now);
        });
        return new OutboxOutcome.Sent(null);
    }

    private RoutingRules Rules => dialogs.Now.Playbook.Routing;

    private void Ask(ChatLeadsDb db, long rowId, OfferPayload offer, LeadRow lead, DateTimeOffset now)
    {
        var offers = db.Offers.Where(row => row.LeadNumber == lead.Number).OrderBy(row => row.Id).ToList();
        if (offers.Exists(done => done.OutboxId == rowId))
            return; // Done before a crash.
        var team = Routes.Team(db, now);
        if (!offer.First && (lead.OwnerId is not null || !Routes.IsOpen(lead)))
            return; // Somebody took it.
        var holders = Holders(lead, offers, team);
        if (offer.First && (holders.Count > 0 || !Routes.IsOpen(lead) || offer.Reason == AlertReason.EraseWanted))
        {
            Tell(db, holders.Count > 0 ? holders : Router.Fallback(Rules, team).Ids, offer.Reason, lead.Number, $"{rowId}", now);
            return;
        }
        var asked = offers.Where(row => !row.IsFallback).Select(row => row.StaffId).ToHashSet();
        var route = asked.Count < MostReps ? Router.Choose(Rules, Routes.Lead(lead), team, asked, now) : Router.Fallback(Rules, team);
        Note(db, rowId, route, lead.Number, now);
        Tell(db, Ids(route), offer.Reason, lead.Number, $"{rowId}", now);
        if (offer.First)
            Alerts.TellGroups(db, offer.Reason, lead.Number, $"{rowId}", now);
        else
            Alerts.Refresh(db, lead.Number, now);
        if (NextAt(route, team, now) is { } due)
            Alerts.OfferAgain(db, offer.Reason, lead.Number, due);
    }

    /// <summary>When somebody else is asked, unless it is taken by then.</summary>
    private DateTimeOffset? NextAt(Route route, List<Rep> team, DateTimeOffset now) => route is Route.ToRep { Id: var id }
        ? Router.AcceptBy(Rules, team.First(rep => rep.Id == id), now)
        : ((Route.ToFallback)route).AgainAt;

    private static void Note(ChatLeadsDb db, long rowId, Route route, int lead, DateTimeOffset now)
    {
        if (route is Route.ToRep rep)
            db.Staff.Find(rep.Id)!.RoutingMark = rep.Mark;
        foreach (var id in Ids(route))
            db.Offers.Add(new OfferRow { LeadNumber = lead, StaffId = id, At = now, OutboxId = rowId, IsFallback = route is Route.ToFallback });
        db.SaveChanges(); // What is told next looks in the database.
    }

    /// <summary>Somebody of whom nothing may be kept wants a person: whoever is on duty can go and look.</summary>
    private void TellWhoIsThere(ChatLeadsDb db, AlertReason reason, string occasion, DateTimeOffset now)
    {
        var team = Routes.Team(db, now);
        var present = team.Where(rep => Router.IsOnDuty(Rules, rep, now)).Select(rep => rep.Id).ToList();
        Tell(db, present.Count > 0 ? present : Router.Fallback(Rules, team).Ids, reason, null, occasion, now);
    }

    private static void Tell(ChatLeadsDb db, IReadOnlyList<int> staff, AlertReason reason, int? lead, string occasion, DateTimeOffset now)
    {
        foreach (var id in staff)
            if (db.Staff.Find(id) is { LeftAt: null } person)
                Alerts.Tell(db, person, reason, lead, occasion, now);
    }

    /// <summary>Whose it is, or those who were asked last; nobody who has left.</summary>
    private static List<int> Holders(LeadRow lead, List<OfferRow> offers, List<Rep> team) =>
        (lead.OwnerId is { } owner ? [owner]
            : offers.Count == 0 ? []
            : offers.Where(row => row.OutboxId == offers[^1].OutboxId).Select(row => row.StaffId))
        .Where(id => team.Exists(rep => rep.Id == id)).ToList();

    private static IReadOnlyList<int> Ids(Route route) => route switch
    {
        Route.ToRep rep => [rep.Id],
        Route.ToFallback fallback => fallback.Ids,
        _ => throw new InvalidOperationException($"{route.GetType().Name} is no route."),
    };
}
