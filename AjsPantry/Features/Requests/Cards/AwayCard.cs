using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests.Cards;

/// <summary>Who of the floor is away today, and of how many.</summary>
public sealed class AwayCard(PantryDb db) : IHomeCard
{
    private static readonly HomeQuery<string> Away = new((db, floorId, memberId, today) => db.Set<Request>().Where(Request.IsAbsence)
        .Where(request => request.Member!.FloorId == floorId && request.Member.DeactivatedAt == null && request.From <= today
            && request.Until >= today)
        .OrderBy(request => request.From).ThenBy(request => NameOrder.Of(request.Member!.Name))
        .Select(request => request.Member!.Name == "" ? request.Member.Number : request.Member.Name));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.IsHeads)
            return;
        var floorId = home.Floor.Id;
        var names = await Away.AskAsync(db, home, cancellationToken);
        var people = await home.Cache.ReadAsync(("people of the floor", floorId), async () =>
            await db.Members.ActiveOnFloor(floorId).CountAsync(cancellationToken));
        home.Cards.Add(new AwayToday(names, people));
        var words = names.Count == 0 ? "Nobody is away."
            : $"{ToDo.InWords(names.Count)} of {people} {(names.Count == 1 ? "is" : "are")} away.";
        home.Lines.Add(new(NoteOrder.Away, () => [words]));
    }
}

/// <param name="People">How many the floor has.</param>
public sealed record AwayToday(IReadOnlyList<string> Names, int People)
    : HomeCard(HomePlace.AwayTile, "/Features/Requests/Cards/_AwayToday.cshtml");
