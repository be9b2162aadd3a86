using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>The next days on which the person's room cooks.</summary>
public sealed class OwnTurnsCard(PantryDb db) : IHomeCard
{
    private const int Most = 5;

    /// <summary>How many are named after the first.</summary>
    private const int MostNamed = 3;

    private static readonly HomeQuery<OwnTurn> Turns = new((db, floorId, memberId, today) => db.Set<Duty>().AsNoTracking()
        .Where(duty => duty.FloorId == floorId && duty.Date >= today
            && db.Set<RoomStay>().Where(RoomStay.IsPresent).Any(stay => stay.MemberId == memberId && stay.RoomId == duty.RoomId))
        .OrderBy(duty => duty.Date).Take(Most)
        .Select(duty => new OwnTurn(
            duty.Date, TurnsQuery.Unattended(db).Any(other => other.Id == duty.Id),
            db.Set<Request>().Where(Request.IsAbsence).Any(away =>
                away.MemberId == memberId && away.From <= duty.Date && away.Until >= duty.Date))));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        var turns = await Turns.AskAsync(db, home, cancellationToken);
        if (turns is not [var next, ..])
            return;
        var words = next.IAmAway ? $"Your {home.Tenant.Room} cooks {home.On(next.Date)}, and you are away"
            : $"You cook {home.On(next.Date)}";
        home.Rows.Add(new(HomePlace.Turns, RowOrder.CookingTurn, next.Date, "turns", "arrow-repeat", [words], [More(home, turns)])
        { Page = "/Menus/CookingTurns/Index", IsMarked = true });
        if (!home.IsHeads && next.Date <= home.Tomorrow)
            home.Lines.Add(new(NoteOrder.Turn, () => [$"{words}."]));
    }

    private static string More(Home home, IReadOnlyList<OwnTurn> turns)
    {
        var later = turns.Skip(1).Take(MostNamed).Select(turn => home.Day(turn.Date) + (turn.IAmAway ? " (you are away)" : ""));
        return (turns[0].AllAway ? "Ask for a swap. " : "")
            + (turns.Count == 1 ? "Your next cooking turn" : $"Then {string.Join(", ", later)}");
    }

    /// <param name="AllAway">All of the room are away, the person too.</param>
    private sealed record OwnTurn(DateOnly Date, bool AllAway, bool IsAway)
    {
        public bool IAmAway => AllAway || IsAway;
    }
}
