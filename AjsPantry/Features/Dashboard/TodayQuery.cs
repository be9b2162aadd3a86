using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Features.Notices.Events;
using AjsPantry.Features.Requests;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>What is cooked today and tomorrow, when the person's own turns to cook and to make tea are, which special days come, and what waits for an answer.</summary>
public sealed class TodayQuery(PantryDb db)
{
    private const int MostTurns = 5;

    /// <summary>The first turn shows however far it is; those after it within these days.</summary>
    private const int DaysOfTurns = 30;

    private const int MostEvents = 3;

    /// <summary>How far ahead special days show.</summary>
    private const int DaysOfEvents = 14;

    public async Task<TodayView> ReadAsync(Guid floorId, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var tomorrow = today.AddDays(1);
        var menus = await MenuView.Of(db, memberId, db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && (menu.Date == today || menu.Date == tomorrow)))
            .ToListAsync(cancellationToken);
        var ahead = await AheadAsync(floorId, memberId, today, cancellationToken);
        return new TodayView(
            [.. InOrder(menus.Where(menu => menu.Date == today))], [.. InOrder(menus.Where(menu => menu.Date == tomorrow))],
            [.. ahead.Turns.Where((day, index) => index == 0 || day <= today.AddDays(DaysOfTurns))], ahead.Tea, ahead.Events, ahead.Waiting);
    }

    /// <summary>What comes and what waits, asked together because home pages have many questions.</summary>
    private async Task<Ahead> AheadAsync(Guid floorId, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var lastEvents = today.AddDays(DaysOfEvents);
        var stays = db.Set<People.RoomStay>().Where(stay => stay.MemberId == memberId && stay.Until == null);
        var turns = db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= today && stays.Any(stay => stay.RoomId == duty.RoomId));
        var teas = db.TeaDuties.Where(duty => duty.FloorId == floorId && duty.MemberId == memberId && duty.Date >= today && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted));
        var events = db.SpecialEvents.Where(special => (special.FloorId == null || special.FloorId == floorId) && special.CancelledAt == null && special.Date >= today && special.Date <= lastEvents);
        // A pantry head's own requests are an admin's to decide.
        var requests = db.Requests.Where(request => request.FloorId == floorId && request.State == RequestState.Open && request.MemberId != memberId && request.Member!.Role != Role.PantryHead);
        var wishes = db.MealSuggestions.Where(wish => wish.FloorId == floorId && wish.State == SuggestionState.Waiting && wish.Date >= today);
        var away = db.Requests.Where(request => request.Member!.FloorId == floorId && request.Member.DeactivatedAt == null && request.Kind == RequestKind.Absence && request.State == RequestState.Approved && request.From <= today && request.Until >= today);
        return await db.Floors.AsNoTracking().Where(floor => floor.Id == floorId).Select(_ => new Ahead(
            turns.OrderBy(duty => duty.Date).Take(MostTurns).Select(duty => duty.Date).ToList(),
            teas.OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position).Select(duty => new MyTea(duty.Id, duty.Date, duty.Slot!.Name, duty.Slot.At)).FirstOrDefault(),
            events.OrderBy(special => special.Date).ThenBy(special => special.CreatedAt).Take(MostEvents).Select(special => new ComingEvent(special.Id, special.Date, special.Title)).ToList(),
            new Waiting(requests.Count(), wishes.Count(), away.Count()))).SingleAsync(cancellationToken);
    }

    private sealed record Ahead(List<DateOnly> Turns, MyTea? Tea, List<ComingEvent> Events, Waiting Waiting);

    private static IEnumerable<MenuView> InOrder(IEnumerable<MenuView> menus) => menus.OrderBy(menu => menu.Meal switch { "breakfast" => 0, "lunch" => 1, _ => 2 });
}

/// <param name="MyTurns">The next days on which the person's room cooks, five at most.</param>
/// <param name="MyTea">The person's next tea; null when none is in sight.</param>
/// <param name="Events">The special days of the next two weeks, three at most.</param>
public sealed record TodayView(IReadOnlyList<MenuView> Today, IReadOnlyList<MenuView> Tomorrow, IReadOnlyList<DateOnly> MyTurns, MyTea? MyTea, IReadOnlyList<ComingEvent> Events, Waiting Waiting)
{
    public DateOnly? MyTurn => MyTurns.Count == 0 ? null : MyTurns[0];
}

public sealed record MyTea(Guid Id, DateOnly Date, string Slot, TimeOnly? At);

public sealed record ComingEvent(Guid Id, DateOnly Date, string Title);

/// <summary>What of the floor waits for whoever looks after it.</summary>
/// <param name="Requests">Requests that a pantry head may decide.</param>
/// <param name="Suggestions">Suggested meals of days to come that nobody answered.</param>
/// <param name="Away">How many people are away today.</param>
public sealed record Waiting(int Requests, int Suggestions, int Away);
