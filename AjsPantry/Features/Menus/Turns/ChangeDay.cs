using AjsPantry.Features.People;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Turns;

/// <summary>Takes one day out of the order: another room cooks, or nobody does. The order goes on after it, and nobody loses a turn.</summary>
public static class ChangeDay
{
    public sealed record Input
    {
        /// <summary>The room that cooks instead; empty when nobody cooks.</summary>
        public string? Room { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Reason).Words("Write why, for everybody who looks.", LeaveDay.LongestReason);
    }

    /// <summary>What became of the day, in words.</summary>
    public sealed record Done(string Words);

    public sealed class Handler(PantryDb db, WriteTurns turns, FollowTurns follow)
    {
        /// <summary>Gives the day to a room, or to nobody.</summary>
        public async Task<Outcome<Done>> HandleAsync(Guid floorId, DateOnly day, Input input, DateOnly today, CancellationToken cancellationToken)
        {
            if (day < today)
                return new FieldMessage(nameof(Input.Reason), "What is past stays as it was.");
            await using var turn = await db.BeginChangeOfTurnsAsync(floorId, cancellationToken);
            var room = await RoomAsync(floorId, input.Room, cancellationToken);
            if (room is null && !string.IsNullOrEmpty(input.Room))
                return new FieldMessage(nameof(Input.Room), "That one is not there any more. Choose again.");
            var before = await follow.BeforeAsync(floorId, day, cancellationToken);
            await ClearAsync(floorId, day, cancellationToken);
            if (room is null)
                db.LeaveDays.Add(new LeaveDay { FloorId = floorId, Date = day, Reason = Typed.Text(input.Reason) });
            else
                db.Duties.Add(new Duty { FloorId = floorId, Date = day, RoomId = room.Id, Turn = null, Origin = DutyOrigin.Given, Reason = $"Given to {room.Name}: {Typed.Text(input.Reason)}" });
            await FinishAsync(floorId, day, today, cancellationToken);
            await follow.AfterAsync(floorId, before, day, cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return new Done(room is null ? "Nobody cooks that day. The order goes on after it." : $"{room.Name} cooks that day. The order goes on after it.");
        }

        /// <summary>Puts the day back into the order.</summary>
        public async Task<bool> UndoAsync(Guid floorId, DateOnly day, DateOnly today, CancellationToken cancellationToken)
        {
            if (day < today)
                return false;
            await using var turn = await db.BeginChangeOfTurnsAsync(floorId, cancellationToken);
            var before = await follow.BeforeAsync(floorId, day, cancellationToken);
            await ClearAsync(floorId, day, cancellationToken);
            await FinishAsync(floorId, day, today, cancellationToken);
            await follow.AfterAsync(floorId, before, day, cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return true;
        }

        private async Task<Room?> RoomAsync(Guid floorId, string? typed, CancellationToken cancellationToken) =>
            Guid.TryParse(typed, out var id) ? await db.Rooms.SingleOrDefaultAsync(room => room.FloorId == floorId && room.Id == id && room.ArchivedAt == null, cancellationToken) : null;

        /// <summary>Takes away what was said of the day before; what the order says of it moves on by itself.</summary>
        private async Task ClearAsync(Guid floorId, DateOnly day, CancellationToken cancellationToken)
        {
            db.LeaveDays.RemoveRange(await db.LeaveDays.Where(leave => leave.FloorId == floorId && leave.Date == day).ToListAsync(cancellationToken));
            db.Duties.RemoveRange(await db.Duties.Where(duty => duty.FloorId == floorId && duty.Date == day && duty.Origin == DutyOrigin.Given).ToListAsync(cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }

        private async Task FinishAsync(Guid floorId, DateOnly day, DateOnly today, CancellationToken cancellationToken)
        {
            // A day has one row. The one of the order leaves it, and its turn is written anew for the next cooking day.
            var displaced = await db.Duties.SingleOrDefaultAsync(duty => duty.FloorId == floorId && duty.Date == day && duty.Origin != DutyOrigin.Given, cancellationToken);
            if (displaced is not null)
                db.Duties.Remove(displaced);
            await db.SaveChangesAsync(cancellationToken);
            await turns.RewriteAsync(floorId, day, today, cancellationToken, displaced);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
