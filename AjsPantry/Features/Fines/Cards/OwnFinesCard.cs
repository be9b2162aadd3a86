using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines.Cards;

/// <summary>What the person owes, or the room in which they lived when it was fined.</summary>
public sealed class OwnFinesCard(PantryDb db) : IHomeCard
{
    private const int Most = 5;

    private static readonly HomeQuery<OwnFine> Fines = new((db, floorId, memberId, today) => db.Set<Fine>().AsNoTracking()
        .Where(fine => fine.FloorId == floorId && fine.State == FineState.Open && (fine.MemberId == memberId
            || db.Set<RoomStay>().Any(stay => stay.MemberId == memberId && stay.RoomId == fine.RoomId && stay.Since <= fine.RecordedAt
                && (stay.Until == null || stay.Until > fine.RecordedAt))))
        .OrderByDescending(fine => fine.Date).Take(Most)
        .Select(fine => new OwnFine(fine.Id, fine.Date, fine.Reason, fine.Room!.Name, fine.Amount)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        foreach (var fine in await Fines.AskAsync(db, home, cancellationToken))
        {
            IReadOnlyList<Piece> room = string.IsNullOrEmpty(fine.Room) ? [] : [", ", Piece.Typed(fine.Room)];
            home.Rows.Add(new(HomePlace.Asked, RowOrder.Fines, fine.Date, "fines", "cash-coin", [Piece.Typed(fine.Reason)],
                [$"Fine of {home.Day(fine.Date)}", .. room])
            { Page = "/Fines/Fine", Id = fine.Id, PageOfAll = "/Fines/Index", Amount = home.Formats.Money(fine.Amount) });
        }
    }

    private sealed record OwnFine(Guid Id, DateOnly Date, string Reason, string? Room, decimal Amount);
}
