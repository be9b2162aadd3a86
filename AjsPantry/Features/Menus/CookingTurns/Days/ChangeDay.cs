using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>
/// Takes one day out of the order: another room cooks, or nobody does. The order goes on after it, and nobody loses a turn.
/// </summary>
public static class ChangeDay
{
    public sealed record Input
    {
        /// <summary>The room that cooks instead, or <see cref="Nobody"/>.</summary>
        public string? Room { get; set; }

        /// <summary>The last day, included; empty for one day.</summary>
        public string? Until { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Room).NotEmpty().WithMessage("Choose who cooks, or Nobody cooks.");
            RuleFor(input => input.Until).Must(typed => InputParser.Day(typed) is not null)
                .When(input => InputParser.Text(input.Until) != "")
                .WithMessage("Choose the last day, or leave it empty for one day.");
            RuleFor(input => input.Reason).Words("Write a reason. Everybody can read it.", LeaveDay.LongestReason);
        }
    }

    /// <summary>What a form says when nobody cooks.</summary>
    public const string Nobody = "nobody";

    /// <summary>What became of the days, in words.</summary>
    /// <param name="Until">The last day that was changed.</param>
    public sealed record Done(string Words, DateOnly Until);

    public sealed class Handler(PantryDb db, TurnsQuery query, WriteTurns turns, FollowTurns follow, Scope scope)
    {
        /// <summary>Gives a day, or all days from it to another, to a room or to nobody.</summary>
        public async Task<Outcome<Done>> HandleAsync(
            Guid floorId, DateOnly day, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            var until = InputParser.Day(input.Until) ?? day;
            if (day < scope.Today)
                return new FieldMessage(nameof(Input.Reason), "Choose today or a later day.");
            if (until < day)
                return new FieldMessage(nameof(Input.Until), "The last day comes before the first. Choose a later one.");
            if (until > scope.Today.AddDays(WriteTurns.DaysAhead))
                return new FieldMessage(
                    nameof(Input.Until), $"That is too far ahead. Choose a day within the next {WriteTurns.DaysAhead / 7} weeks.");
            await using var turn = await db.BeginChangeOfTurnsAsync(floorId, cancellationToken);
            var room = await RoomAsync(floorId, input.Room, cancellationToken);
            if (room is null && input.Room != Nobody)
                return new FieldMessage(nameof(Input.Room), "It was removed in the meantime. Choose another.");
            var before = await follow.BeforeAsync(floorId, day, cancellationToken);
            await ClearAsync(floorId, day, until, cancellationToken);
            for (var each = day; each <= until; each = each.AddDays(1))
                Add(floorId, each, room, InputParser.Text(input.Reason));
            await FinishAsync(floorId, day, until, cancellationToken);
            await follow.AfterAsync(floorId, before, day, cancellationToken);
            await turn.CommitAsync(cancellationToken);
            var who = room?.Name ?? "Nobody";
            var when = until == day ? "that day" : "on those days";
            return new Done($"{who} cooks {when}. The order continues after {(until == day ? "it" : "them")}.", until);
        }

        /// <summary>Puts the day, or all days from it to another, back into the order: those in a row that are out of it.</summary>
        /// <returns>The last day that is back.</returns>
        public async Task<DateOnly> UndoAsync(Guid floorId, DateOnly day, DateOnly? until, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            if (day < scope.Today)
                return day;
            await using var turn = await db.BeginChangeOfTurnsAsync(floorId, cancellationToken);
            var days = await query.BetweenAsync(
                floorId, day, scope.Today.AddDays(WriteTurns.DaysAhead), scope.Actor.Id, cancellationToken);
            var last = until is { } named && named <= TurnDay.ChangedUntil(days, day) ? named : day;
            var before = await follow.BeforeAsync(floorId, day, cancellationToken);
            await ClearAsync(floorId, day, last, cancellationToken);
            await FinishAsync(floorId, day, last, cancellationToken);
            await follow.AfterAsync(floorId, before, day, cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return last;
        }

        private void Add(Guid floorId, DateOnly day, Room? room, string reason)
        {
            if (room is null)
                db.LeaveDays.Add(new LeaveDay { FloorId = floorId, Date = day, Reason = reason });
            else
                db.Duties
                    .Add(new Duty
                    {
                        FloorId = floorId,
                        Date = day,
                        RoomId = room.Id,
                        Turn = null,
                        Origin = DutyOrigin.Given,
                        Reason = $"Given to {room.Name}: {reason}"
                    });
        }

        private async Task<Room?> RoomAsync(Guid floorId, string? typed, CancellationToken cancellationToken) =>
            Guid.TryParse(typed, out var id)
            ? await db.Rooms.SingleOrDefaultAsync(
                room => room.FloorId == floorId && room.Id == id && room.ArchivedAt == null, cancellationToken)
            : null;

        /// <summary>Takes away what was said of the days before; what the order says of them moves on by itself.</summary>
        private async Task ClearAsync(Guid floorId, DateOnly day, DateOnly until, CancellationToken cancellationToken)
        {
            db.LeaveDays.RemoveRange(await db.LeaveDays
                .Where(leave => leave.FloorId == floorId && leave.Date >= day && leave.Date <= until).ToListAsync(cancellationToken));
            db.Duties.RemoveRange(await db.Duties
                .Where(duty => duty.FloorId == floorId && duty.Date >= day && duty.Date <= until && duty.Origin == DutyOrigin.Given)
                    .ToListAsync(cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }

        private async Task FinishAsync(Guid floorId, DateOnly day, DateOnly until, CancellationToken cancellationToken)
        {
            // A day has one row. Those of the order leave their days, and their turns are written anew for the next cooking days.
            var displaced = await db.Duties
                .Where(duty => duty.FloorId == floorId && duty.Date >= day && duty.Date <= until && duty.Origin != DutyOrigin.Given)
                    .ToListAsync(cancellationToken);
            db.Duties.RemoveRange(displaced);
            await db.SaveChangesAsync(cancellationToken);
            await turns.RewriteAsync(floorId, day, scope.Today, cancellationToken, displaced);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
