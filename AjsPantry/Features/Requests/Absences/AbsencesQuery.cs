using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests.Absences;

/// <summary>Who is away, as approved.</summary>
public sealed class AbsencesQuery(PantryDb db)
{
    /// <summary>The approved absences of a floor's active people that touch a period, by their first day.</summary>
    public async Task<IReadOnlyList<Absence>> BetweenAsync(Guid floorId, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        // Sorted here: what is a record with a list in it cannot be sorted there any more.
        [.. (await Of(db, floorId, from, to).ToListAsync(cancellationToken)).OrderBy(absence => absence.From)
            .ThenBy(absence => absence.Name, NameOrder.Comparer)];

    /// <summary>
    /// The same as a query, for whoever reads it together with something else. People are found by the floor they live on now.
    /// </summary>
    public static IQueryable<Absence> Of(PantryDb db, Guid floorId, DateOnly from, DateOnly to)
    {
        var stays = db.PresentStays;
        return db.Requests.AsNoTracking().Where(Request.IsAbsence).Where(Request.OfPeopleOn(floorId)).Where(Request.Between(from, to))
            .Select(request => new Absence(
                request.MemberId, request.Member!.Name, request.From, request.Until,
                stays.Where(stay => stay.MemberId == request.MemberId).Select(stay => stay.RoomId).ToList()));
    }
}

/// <param name="Until">The last day, included.</param>
/// <param name="RoomIds">The rooms in which the person lives.</param>
public sealed record Absence(Guid MemberId, string Name, DateOnly From, DateOnly Until, IReadOnlyList<Guid> RoomIds)
{
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
