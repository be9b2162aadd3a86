using AjsPantry.Features.People.Person;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms;

/// <summary>Changes a room's label only, which those who live there may do themselves.</summary>
public static class LabelRoom
{
    public sealed record Input
    {
        public string? Label { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(input => input.Label).Must(RoomInputValidator.FitsALabel)
                .WithMessage($"A label can have {Room.LongestLabel} characters at most.");
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        /// <summary>Who manages rooms, or lives there now.</summary>
        public static bool May(SignedIn person, RoomView room) =>
            room.ArchivedAt is null && (person.May(Permission.ManageRooms) || room.People.Any(stay => stay.MemberId == person.Id));

        /// <returns>False when the floor has no such room in use, or the person neither lives there nor manages rooms.</returns>
        public Task<bool> HandleAsync(Guid floorId, Guid id, string? label, CancellationToken cancellationToken) =>
            // Renamed in the same moment: the label goes on top of that.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, label, cancellationToken), RetryOnConflict.Changed);

        private async Task<bool> OnceAsync(Guid floorId, Guid id, string? label, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewPeople);
            var me = scope.Actor.Id;
            var manages = scope.Actor.May(Permission.ManageRooms);
            var stays = db.PresentStays;
            var room = await db.Rooms.SingleOrDefaultAsync(
                room => room.FloorId == floorId && room.Id == id && room.ArchivedAt == null
                    && (manages || stays.Any(stay => stay.RoomId == room.Id && stay.MemberId == me)), cancellationToken);
            if (room is null)
                return false;
            room.Label = MemberFields.Optional(label);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
