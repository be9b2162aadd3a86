using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>The room that was asked says yes or no, or the room that asked takes it back. Both rooms are told what came of it.</summary>
public static class AnswerCookingSwap
{
    public sealed record Input
    {
        public string? Answer { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(input => input.Answer).Must(typed => InputParser.Text(typed).Length <= TurnSwap.LongestWords)
                .WithMessage($"Use {TurnSwap.LongestWords} characters at most.");
    }

    public sealed class Handler(
        PantryDb db, CookingSwapsQuery query, WriteTurns turns, FollowTurns follow, Notify notify, Scope scope)
    {
        private static readonly FieldMessage Late = new("", "This swap was answered or withdrawn in the meantime. Nothing has changed.");

        /// <summary>Exchanges the days, if they are still those rooms'.</summary>
        /// <returns>Null when the floor has no such swap, or the person does not live in the room that is asked.</returns>
        public Task<Outcome<TurnSwap>?> AcceptAsync(FloorView floor, Guid id, Input input, CancellationToken cancellationToken) =>
            EndAsync(floor, id, swap => swap.MayAnswer, (swap, done) => AcceptAsync(floor, swap, input, done), cancellationToken);

        /// <inheritdoc cref="AcceptAsync(FloorView, Guid, Input, CancellationToken)"/>
        public Task<Outcome<TurnSwap>?> DeclineAsync(FloorView floor, Guid id, Input input, CancellationToken cancellationToken) =>
            EndAsync(floor, id, swap => swap.MayAnswer, (swap, done) => AnswerAsync(floor, swap, SwapState.Declined, input, done),
                cancellationToken);

        /// <returns>Null when the floor has no such swap, or the person does not live in the room that asked.</returns>
        public Task<Outcome<TurnSwap>?> WithdrawAsync(FloorView floor, Guid id, CancellationToken cancellationToken) =>
            EndAsync(floor, id, swap => swap.MayWithdraw, (swap, done) => AnswerAsync(floor, swap, SwapState.Withdrawn, new Input(), done),
                cancellationToken);

        private async Task<Outcome<TurnSwap>?> EndAsync(FloorView floor, Guid id, Func<CookingSwapView, bool> may,
            Func<TurnSwap, CancellationToken, Task<Outcome<TurnSwap>>> act, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewMenus);
            await using var turn = await db.BeginChangeOfTurnsAsync(floor.Id, cancellationToken);
            if (await query.FindAsync(floor.Id, id, scope.Actor.Id, cancellationToken) is not { } view)
                return null;
            if (view.State != SwapState.Asked)
                return Late;
            if (!may(view))
                return null;
            var outcome = await act(await db.TurnSwaps.SingleAsync(swap => swap.Id == id, cancellationToken), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return outcome;
        }

        private async Task<Outcome<TurnSwap>> AcceptAsync(FloorView floor, TurnSwap swap, Input input, CancellationToken cancellationToken)
        {
            var first = swap.GivesDate < swap.TakesDate ? swap.GivesDate : swap.TakesDate;
            var gives = await FindAsync(swap.FloorId, swap.GivesDate, swap.GivesRoomId, cancellationToken);
            var takes = await FindAsync(swap.FloorId, swap.TakesDate, swap.TakesRoomId, cancellationToken);
            var isLate = first < MealHours.FirstToCome(scope.Tenant, scope.LocalNow);
            if (gives is null || takes is null || isLate)
            {
                await AnswerAsync(floor, swap, SwapState.Lapsed, input, cancellationToken);
                if (isLate)
                    return new FieldMessage("", "The meals of one of these days are over, so nothing was swapped. Both keep their days.");
                return new FieldMessage(
                    "", "The cooking days have changed since, so nothing was swapped. Ask again with the days as they are now.");
            }

            var before = await follow.BeforeAsync(swap.FloorId, first, cancellationToken);
            await turns.ExchangeAsync(gives, takes, cancellationToken);
            await AnswerAsync(floor, swap, SwapState.Accepted, input, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await follow.AfterAsync(swap.FloorId, before, first, cancellationToken, tells: false);
            return swap;
        }

        private Task<Duty?> FindAsync(Guid floorId, DateOnly day, Guid roomId, CancellationToken cancellationToken) =>
            db.Duties.SingleOrDefaultAsync(
                duty => duty.FloorId == floorId && duty.Date == day && duty.RoomId == roomId && duty.Turn != null, cancellationToken);

        private async Task<Outcome<TurnSwap>> AnswerAsync(
            FloorView floor, TurnSwap swap, SwapState state, Input input, CancellationToken cancellationToken)
        {
            var words = InputParser.Text(input.Answer);
            swap.State = state;
            swap.AnsweredById = scope.Actor.Id;
            swap.AnsweredAt = scope.Now;
            swap.Answer = words == "" ? null : words;
            await notify.WithdrawAsync(swap.Id, "asked", cancellationToken);
            var people = await query.PeopleOfAsync([swap.GivesRoomId, swap.TakesRoomId], cancellationToken);
            await notify.TellAsync(await NewsAsync(floor, swap, cancellationToken), people, cancellationToken);
            return swap;
        }

        private async Task<NoticeDraft> NewsAsync(FloorView floor, TurnSwap swap, CancellationToken cancellationToken)
        {
            var names = await db.Rooms.Where(room => room.Id == swap.GivesRoomId || room.Id == swap.TakesRoomId)
                .ToDictionaryAsync(room => room.Id, room => room.Name, cancellationToken);
            var gives = names[swap.GivesRoomId];
            var takes = names[swap.TakesRoomId];
            var thisYear = scope.Today.Year;
            var givesDay = Formats.Day(swap.GivesDate, thisYear);
            var takesDay = Formats.Day(swap.TakesDate, thisYear);
            var (title, text) = swap.State switch
            {
                SwapState.Accepted => ("Cooking days are swapped", $"{takes} cooks on {givesDay}, and {gives} on {takesDay}."),
                SwapState.Declined => ("The swap was declined", $"{takes} keeps {takesDay}, and {gives} keeps {givesDay}."),
                SwapState.Withdrawn => ("A swap was withdrawn", $"{gives} keeps {givesDay}, and {takes} keeps {takesDay}."),
                _ => ("A swap has expired",
                    $"The days of {gives} and {takes} changed or passed before it was answered. You can ask again with the days as they are now."),
            };
            return new(NoticeKind.Swap, new(swap.Id, $"{swap.State}"), title, swap.Answer is null ? text : $"{text} {swap.Answer}",
                $"/menus/turns/swaps/{swap.Id}", floor.Number);
        }
    }
}
