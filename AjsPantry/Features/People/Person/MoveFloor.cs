using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.People.Rooms.Stays;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Person;

/// <summary>
/// Moves a person to another floor. Rooms of the old floor end, what was done there stays in its history, and what they asked for is
/// decided on the new one.
/// </summary>
public static class MoveFloor
{
    public sealed record Input
    {
        /// <summary>The new floor's number.</summary>
        public int? Floor { get; set; }

        /// <summary>Who on the old floor takes the open work over.</summary>
        public string? HandTo { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Floor).NotNull().WithMessage("Choose where the person moves to.");
    }

    public sealed class Handler(PantryDb db, OpenWorkDesk desk, LeaveRooms rooms, IEnumerable<IMovesAlong> things, Scope scope)
    {
        /// <returns>Null when the tenant has nobody by that id, or the person has no floor to move from.</returns>
        public async Task<Outcome<Floor>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            if (await db.Members.SingleOrDefaultAsync(
                member => member.Id == id && member.FloorId != null, cancellationToken) is not { } member)
                return null;
            if (await db.Floors.SingleOrDefaultAsync(
                floor => floor.Number == input.Floor && floor.ArchivedAt == null, cancellationToken) is not { } floor)
                return new FieldMessage(nameof(Input.Floor), "That one is archived. Choose another.");
            if (member.FloorId == floor.Id)
                return new FieldMessage(nameof(Input.Floor), $"{member.Name} already lives on {floor.Name}.");
            if (await desk.SettleAsync(member, member.FloorId, input.HandTo, cancellationToken) is { } problem)
                return problem;
            await rooms.AllAsync(member.Id, cancellationToken);
            member.FloorId = floor.Id;
            member.CameAt = scope.Now;
            foreach (var thing in things)
                await thing.FollowAsync(member, scope.Today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return floor;
        }
    }
}
