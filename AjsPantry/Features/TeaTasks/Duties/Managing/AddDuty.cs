using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

/// <summary>
/// Writes down one tea of one person: one that is still to be made, or one that was made and that no rota knew of. Drafts stay as they
/// are.
/// </summary>
public static class AddDuty
{
    public sealed record Input
    {
        public string? Date { get; set; }

        /// <summary>The id of the time for tea.</summary>
        public string? Slot { get; set; }

        /// <summary>The id of whoever makes it, or made it.</summary>
        public string? Person { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Date).Must(typed => InputParser.Day(typed) is not null).WithMessage("Choose the day.");
            RuleFor(input => input.Slot).NotEmpty().WithMessage("Choose which tea it is.");
            RuleFor(input => input.Person).NotEmpty().WithMessage("Choose who makes it.");
        }
    }

    public sealed class Handler(PantryDb db, DutyDesk desk, Scope scope)
    {
        public async Task<Outcome<TeaDuty>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            var day = InputParser.Day(input.Date)!.Value;
            var today = scope.Today;
            if (day > today.AddYears(1))
                return new FieldMessage(nameof(Input.Date), "That is too far ahead. Choose a day within the next year.");
            if (day < today.AddDays(-TeaSettings.LongestWindow))
                return new FieldMessage(nameof(Input.Date), "That is too long ago. Choose a later day.");
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            var slot = Guid.TryParse(input.Slot, out var slotId)
                ? await db.TeaSlots.SingleOrDefaultAsync(
                    slot => slot.FloorId == floorId && slot.Id == slotId && slot.ArchivedAt == null, cancellationToken)
                : null;
            if (slot is null)
                return new FieldMessage(nameof(Input.Slot), "That time for tea is no longer in use. Choose another.");
            if (!Guid.TryParse(input.Person, out var member))
                return new FieldMessage(nameof(Input.Person), TeaTakers.Gone);
            var rota = Rota(floorId, day);
            var duty = Duty(rota, slot, await PlaceAsync(slot.Id, day, cancellationToken), member, isPast: day < today);
            if (await desk.WhyNotAsync(duty, member, cancellationToken) is { } problem)
                return new FieldMessage(nameof(Input.Person), problem);
            db.TeaRotas.Add(rota);
            db.TeaDuties.Add(duty);
            await TellAsync(duty, slot, today, cancellationToken);
            return await desk.CommitAsync(turn, cancellationToken) ? duty : DutyDesk.TooLate;
        }

        /// <summary>The first place of that tea that nobody has.</summary>
        private async Task<int> PlaceAsync(Guid slotId, DateOnly day, CancellationToken cancellationToken)
        {
            var taken = await db.TeaDuties
                .Where(TeaDuty.IsLive).Where(duty => duty.SlotId == slotId && duty.Date == day)
                .Select(duty => duty.Place).ToListAsync(cancellationToken);
            return Enumerable.Range(1, taken.Count + 1).Except(taken).First();
        }

        private TeaRota Rota(Guid floorId, DateOnly day) => new()
        {
            FloorId = floorId,
            From = day,
            Until = day,
            People = [],
            MadeAt = scope.Now,
            PublishedAt = scope.Now,
            PublishedById = scope.Actor.Id,
        };

        /// <summary>A past tea was made: that is why it is written down.</summary>
        private TeaDuty Duty(TeaRota rota, TeaSlot slot, int place, Guid member, bool isPast)
        {
            var duty = new TeaDuty
            {
                RotaId = rota.Id,
                FloorId = rota.FloorId,
                SlotId = slot.Id,
                Date = rota.From,
                Place = place,
                MemberId = member,
                Why = $"Added by {scope.ActorName}.",
                CreatedAt = scope.Now,
            };
            if (!isPast)
                return duty;
            duty.State = TeaState.Done;
            duty.MarkedAt = scope.Now;
            duty.MarkedById = scope.Actor.Id;
            if (member != scope.Actor.Id)
            {
                duty.ConfirmedAt = scope.Now;
                duty.ConfirmedById = scope.Actor.Id;
            }

            return duty;
        }

        private async Task TellAsync(TeaDuty duty, TeaSlot slot, DateOnly today, CancellationToken cancellationToken)
        {
            var when = $"{Formats.Day(duty.Date, today.Year)}, {slot.Name}";
            var (title, text) = duty.Date < today
                ? ($"Your tea of {when} is added", $"{scope.ActorName} added it as done.")
                : ($"You make tea on {when}", $"{scope.ActorName} gave it to you.");
            await desk.TellAsync(duty, "given", title, text, [duty.MemberId!.Value], cancellationToken);
        }
    }
}
