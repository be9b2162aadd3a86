using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>Swaps of cooking days. Anybody of the two rooms acts for their room, and both rooms are told what came of it.</summary>
public sealed class CookingSwapCourse(
    PantryDb db, CookingSwapsQuery query, WriteTurns turns, FollowTurns follow, Notify notify, Scope scope)
    : SwapCourse<TurnSwap>(db, scope, Kind)
{
    private static readonly SwapKind Kind = new(
        Permission.ViewMenus, TurnSwap.OpenIndex,
        new(nameof(AskCookingSwap.Input.With), "You have already asked about this day. Withdraw that swap first."),
        new("", "This swap was answered or withdrawn in the meantime. Nothing has changed."));

    /// <param name="day">A cooking day of a room in which the person lives.</param>
    /// <returns>Null when the person's rooms do not have that day.</returns>
    public Task<Outcome<TurnSwap>?> AskAsync(
        Guid floorId, DateOnly day, AskCookingSwap.Input input, CancellationToken cancellationToken) =>
        AskAsync(floorId, () => ProposeAsync(floorId, day, input, cancellationToken), cancellationToken);

    private async Task<Outcome<TurnSwap>?> ProposeAsync(
        Guid floorId, DateOnly day, AskCookingSwap.Input input, CancellationToken cancellationToken)
    {
        var first = MealHours.FirstToCome(Scope.Tenant, Scope.LocalNow);
        if (await query.OwnAsync(floorId, day, Scope.Actor.Id, first, cancellationToken) is not { } gives)
            return null;
        var with = InputParser.Day(input.With);
        var offers = await query.OffersAsync(floorId, gives, first, cancellationToken);
        if (offers.Find(offer => offer.Date == with) is not { } takes)
            return new FieldMessage(nameof(input.With), "That day is no longer free to swap. Choose another one.");
        return new TurnSwap
        {
            FloorId = floorId,
            GivesDate = gives.Date,
            GivesRoomId = gives.RoomId,
            TakesDate = takes.Date,
            TakesRoomId = takes.RoomId,
            AskedById = Scope.Actor.Id,
            Words = InputParser.TextOrNull(input.Words),
            CreatedAt = Scope.Now,
        };
    }

    protected override Task<IDbContextTransaction> BeginAsync(Guid floorId, CancellationToken cancellationToken) =>
        Db.BeginChangeOfTurnsAsync(floorId, cancellationToken);

    protected override Task<bool> MayAsync(TurnSwap swap, SwapState end, CancellationToken cancellationToken)
    {
        var room = end == SwapState.Withdrawn ? swap.GivesRoomId : swap.TakesRoomId;
        return Db.PresentStays.AnyAsync(stay => stay.RoomId == room && stay.MemberId == Scope.Actor.Id, cancellationToken);
    }

    protected override async Task<FieldMessage?> WhyLapsedAsync(TurnSwap swap, CancellationToken cancellationToken)
    {
        if (swap.FirstDate < MealHours.FirstToCome(Scope.Tenant, Scope.LocalNow))
            return new("", "The meals of one of these days are over, so nothing was swapped. Both keep their days.");
        return await DutiesAsync(swap, cancellationToken) is (not null, not null) ? null
            : new("", "The cooking days have changed since, so nothing was swapped. Ask again with the days as they are now.");
    }

    /// <summary>Somebody may have gone away since it was asked.</summary>
    protected override async Task<FieldMessage?> WhyNotAsync(TurnSwap swap, CancellationToken cancellationToken)
    {
        var room = Scope.Tenant.Room;
        if (!await query.CanCookAsync(swap.TakesRoomId, swap.GivesDate, cancellationToken))
            return new("", $"Nobody of your {room} is there on that day, so you cannot cook then. Decline, or ask for another day.");
        return await query.CanCookAsync(swap.GivesRoomId, swap.TakesDate, cancellationToken) ? null
            : new("", $"Nobody of the other {room} is there on your day, so they cannot cook then. Decline, or ask for another day.");
    }

    protected override async Task ExchangeAsync(TurnSwap swap, CancellationToken cancellationToken)
    {
        var before = await follow.BeforeAsync(swap.FloorId, swap.FirstDate, cancellationToken);
        var (gives, takes) = await DutiesAsync(swap, cancellationToken);
        await turns.ExchangeAsync(gives!, takes!, cancellationToken);
        await Db.SaveChangesAsync(cancellationToken);
        await follow.AfterAsync(swap.FloorId, before, swap.FirstDate, cancellationToken, tells: false);
    }

    /// <summary>The two days; null for one that is no longer that room's by the order.</summary>
    private async Task<(Duty? Gives, Duty? Takes)> DutiesAsync(TurnSwap swap, CancellationToken cancellationToken)
    {
        var duties = await Db.Duties.Where(duty => duty.FloorId == swap.FloorId && duty.Turn != null
            && (duty.Date == swap.GivesDate || duty.Date == swap.TakesDate)).ToListAsync(cancellationToken);
        return (duties.Find(duty => duty.Date == swap.GivesDate && duty.RoomId == swap.GivesRoomId),
            duties.Find(duty => duty.Date == swap.TakesDate && duty.RoomId == swap.TakesRoomId));
    }

    protected override async Task TellAsync(TurnSwap swap, CancellationToken cancellationToken)
    {
        const string Asked = "asked";
        var isAsked = swap.State == SwapState.Asked;
        if (!isAsked)
            await notify.WithdrawAsync(swap.Id, Asked, cancellationToken);
        Guid[] rooms = isAsked ? [swap.TakesRoomId] : [swap.GivesRoomId, swap.TakesRoomId];
        var (title, text) = await NewsAsync(swap, cancellationToken);
        var words = isAsked ? swap.Words : swap.Answer;
        var news = new NoticeDraft(
            NoticeKind.Swap, new(swap.Id, isAsked ? Asked : $"{swap.State}"), title, words is null ? text : $"{text} {words}",
            $"/menus/turns/swaps/{swap.Id}");
        await notify.TellAsync(news, await query.PeopleOfAsync(rooms, cancellationToken), cancellationToken);
    }

    private async Task<(string Title, string Text)> NewsAsync(TurnSwap swap, CancellationToken cancellationToken)
    {
        var names = await Db.Rooms.Where(room => room.Id == swap.GivesRoomId || room.Id == swap.TakesRoomId)
            .ToDictionaryAsync(room => room.Id, room => room.Name, cancellationToken);
        var gives = names[swap.GivesRoomId];
        var takes = names[swap.TakesRoomId];
        var givesDay = Formats.Day(swap.GivesDate, Scope.Today.Year);
        var takesDay = Formats.Day(swap.TakesDate, Scope.Today.Year);
        return swap.State switch
        {
            SwapState.Asked => ($"{gives} asks to swap", $"You would cook on {givesDay} and they on {takesDay}."),
            SwapState.Accepted => ("Cooking days are swapped", $"{takes} cooks on {givesDay}, and {gives} on {takesDay}."),
            SwapState.Declined => ("The swap was declined", $"{takes} keeps {takesDay}, and {gives} keeps {givesDay}."),
            SwapState.Withdrawn => ("A swap was withdrawn", $"{gives} keeps {givesDay}, and {takes} keeps {takesDay}."),
            _ => ("A swap has expired",
                $"The days of {gives} and {takes} changed or passed before it was answered. You can ask again with the days as they are now."),
        };
    }
}
