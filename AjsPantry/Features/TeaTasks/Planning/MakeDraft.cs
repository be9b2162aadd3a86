using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>Proposes who makes tea on some days. The floor's present draft makes room; what is published stays as it is.</summary>
public static class MakeDraft
{
    public sealed record Input
    {
        public string? From { get; set; }

        /// <summary>The last day, included.</summary>
        public string? Until { get; set; }

        /// <summary>The ids of those who take part.</summary>
        public List<string> People { get; set; } = [];
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.From).Must(typed => InputParser.Day(typed) is not null).WithMessage("Choose the first day.");
            RuleFor(input => input.Until).Must(typed => InputParser.Day(typed) is not null).WithMessage("Choose the last day.");
            RuleFor(input => input.Until).Must((input, typed) => InputParser.Day(typed)!.Value >= InputParser.Day(input.From)!.Value)
                .When(BothDays).WithMessage("The last day comes before the first. Choose a later one.");
            RuleFor(input => input.Until)
                .Must((input,
                    typed) => InputParser.Day(typed)!.Value.DayNumber - InputParser.Day(input.From)!.Value.DayNumber < TeaRota.MostDays)
                .When(BothDays).WithMessage($"That is more than {TeaRota.MostDays} days. Plan the rest later.");
            RuleFor(input => input.People).Must(people => people.Count > 0).WithMessage("Choose who takes part.");
        }

        private static bool BothDays(Input input) => InputParser.Day(input.From) is not null && InputParser.Day(input.Until) is not null;
    }

    public sealed class Handler(PantryDb db, StandingsQuery standings, Scope scope)
    {
        public async Task<Outcome<TeaRota>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            var tenant = scope.Tenant;
            var from = InputParser.Day(input.From)!.Value;
            var until = InputParser.Day(input.Until)!.Value;
            if (from < scope.Today)
                return new FieldMessage(nameof(Input.From), "Choose today or a later day.");
            if (from > scope.Today.AddYears(1))
                return new FieldMessage(nameof(Input.From), "That is too far ahead. Choose a day within the next year.");
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            var slots = await SlotsAsync(floorId, cancellationToken);
            if (slots.Count == 0)
                return new FieldMessage("", "Add the times for tea first.");
            var counts = await standings.ReadAsync(floorId, scope.Today, cancellationToken);
            List<Guid> who = [.. input.People.Select(typed => Guid.TryParse(typed, out var id) ? id : Guid.Empty)];
            var people = await standings.ForRuleAsync(floorId, counts, who, from, until, cancellationToken);
            if (people.Count == 0)
                return new FieldMessage(nameof(Input.People), "Choose who takes part.");
            var taken = await TakenAsync(floorId, from, until, cancellationToken);
            var places = FairTurns.Assign(new FairRule(counts.Since, from, until, slots, people, taken));
            if (places.Count == 0)
                return new FieldMessage(nameof(Input.Until), "All teas of those days are already published. Choose other days.");
            await ThrowAwayAsync(floorId, cancellationToken);
            var rota = Draft(floorId, from, until, people, places);
            db.TeaRotas.Add(rota);
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return rota;
        }

        private TeaRota Draft(
            Guid floorId, DateOnly from, DateOnly until, IReadOnlyList<FairPerson> people, IReadOnlyList<FairPlace> places)
        {
            var rota =
                new TeaRota
                {
                    FloorId = floorId,
                    From = from,
                    Until = until,
                    People = [.. people.Select(person => person.Id)],
                    MadeAt = scope.Now
                };
            rota.Places
                .AddRange(
                    places.Select(place =>
                        new TeaDraftPlace
                        {
                            SlotId = place.SlotId,
                            Date = place.Date,
                            Place = place.Place,
                            MemberId = place.MemberId,
                            Why = place.Why,
                            KeptFrom = place.KeptFrom
                        }));
            return rota;
        }

        private async Task<List<FairSlot>> SlotsAsync(Guid floorId, CancellationToken cancellationToken) =>
            [.. (await db.TeaSlots.AsNoTracking().Where(slot => slot.FloorId == floorId && slot.ArchivedAt == null)
                .OrderBy(slot => slot.Position).ToListAsync(cancellationToken))
                .Select(slot => new FairSlot(slot.Id, slot.Name, slot.People, slot.Weekdays.Select(day => (DayOfWeek)day).ToHashSet()))];

        private async Task<List<FairTaken>> TakenAsync(Guid floorId, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
            await db.TeaDuties.Where(TeaDuty.IsLive).Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= until)
                .Select(duty => new FairTaken(duty.Date, duty.SlotId, duty.Place, duty.MemberId)).ToListAsync(cancellationToken);

        private async Task ThrowAwayAsync(Guid floorId, CancellationToken cancellationToken)
        {
            db.TeaRotas
                .RemoveRange(await db.TeaRotas.Where(rota => rota.FloorId == floorId && rota.PublishedAt == null)
                    .ToListAsync(cancellationToken));
            // A floor has one draft: the old row goes before the new one comes.
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
