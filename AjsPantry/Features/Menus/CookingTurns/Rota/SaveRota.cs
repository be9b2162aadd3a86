using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Rota;

/// <summary>Makes a floor's cooking rota or changes it from a day on. The days before stay as they are.</summary>
public static class SaveRota
{
    public sealed record Input
    {
        public string? StartsOn { get; set; }

        public string? TurnDays { get; set; }

        public List<int> Weekdays { get; set; } = [];

        /// <summary>The ids of the rooms that take part, in their order.</summary>
        public List<string> Order { get; set; } = [];

        /// <summary>The version that the form was filled from; 0 for a new rota.</summary>
        public uint Version { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.StartsOn).Must(typed => InputParser.Day(typed) is not null)
                .WithMessage("Choose the first day of the order.");
            RuleFor(input => input.TurnDays).Must(typed => WholeNumber(typed) is >= 1 and <= TurnRule.LongestTurn)
                .WithMessage($"A turn has 1 to {TurnRule.LongestTurn} cooking days.");
            RuleFor(input => input.Weekdays).Must(days => days.Count > 0 && days.All(day => day is >= 0 and <= 6))
                .WithMessage("Choose the cooking days.");
            RuleFor(input => input.Order).Must(order => order.Count > 0).WithMessage(NobodyCooks);
        }
    }

    private const string NobodyCooks = "Add at least one to the order.";

    /// <summary>The message of a lost race.</summary>
    public static readonly FieldMessage Changed = new(nameof(Input.Version), "Someone else changed the order in the meantime.");

    public sealed class Handler(PantryDb db, WriteTurns turns, FollowTurns follow, Scope scope)
    {
        public async Task<Outcome<CookingRota>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            if (InputParser.Day(input.StartsOn) is not { } startsOn || startsOn < scope.Today)
                return new FieldMessage(nameof(Input.StartsOn), "Choose today or a later day.");
            // Later than the present order is written ahead, days in between would have nobody.
            if (startsOn > scope.Today.AddDays(WriteTurns.DaysAhead))
                return new FieldMessage(
                    nameof(Input.StartsOn), $"That is too far ahead. Choose a day within the next {WriteTurns.DaysAhead / 7} weeks.");
            await using var turn = await db.BeginChangeOfTurnsAsync(floorId, cancellationToken);
            var rotas = await db.CookingRotas.Include(rota => rota.Rooms).Where(rota => rota.FloorId == floorId)
                .ToListAsync(cancellationToken);
            if (input.Version != (rotas.MaxBy(rota => rota.StartsOn)?.Version ?? 0))
                return Changed;
            var order = await OrderAsync(floorId, input, cancellationToken);
            if (order.Count == 0)
                return new FieldMessage(nameof(Input.Order), NobodyCooks);
            // Whatever was to begin later is replaced: the order given now holds from its day on.
            db.CookingRotas.RemoveRange(rotas.Where(rota => rota.StartsOn > startsOn));
            var rota = Take(rotas.Find(rota => rota.StartsOn == startsOn), floorId, input, startsOn, order);
            var before = await follow.BeforeAsync(floorId, startsOn, cancellationToken);
            await EndSwapsAsync(floorId, startsOn, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await turns.RewriteAsync(floorId, startsOn, scope.Today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await follow.AfterAsync(floorId, before, startsOn, cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return rota;
        }

        /// <summary>Rooms that exchanged turns of the old order have other turns in the new one.</summary>
        private async Task EndSwapsAsync(Guid floorId, DateOnly from, CancellationToken cancellationToken) =>
            (await db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Origin == DutyOrigin.Swap)
                .ToListAsync(cancellationToken)).ForEach(duty => duty.Origin = DutyOrigin.Rota);

        /// <summary>The floor's own rooms in use, in the order given.</summary>
        private async Task<List<Guid>> OrderAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            var rooms = db.Set<Room>();
            var own = await rooms.Where(room => room.FloorId == floorId && room.ArchivedAt == null).Select(room => room.Id)
                .ToHashSetAsync(cancellationToken);
            return [.. input.Order.Select(typed => Guid.TryParse(typed, out var id) ? id : Guid.Empty).Where(own.Contains).Distinct()];
        }

        private CookingRota Take(CookingRota? rota, Guid floorId, Input input, DateOnly startsOn, List<Guid> order)
        {
            var days = WholeNumber(input.TurnDays)!.Value;
            var weekdays = input.Weekdays.Distinct().Order().ToArray();
            if (rota is null)
                db.CookingRotas
                    .Add(rota = new CookingRota { FloorId = floorId, StartsOn = startsOn, TurnDays = days, Weekdays = weekdays });
            rota.TurnDays = days;
            rota.Weekdays = weekdays;
            var places = rota.Rooms.OrderBy(place => place.Position).ToList();
            for (var position = 0; position < order.Count; position++)
            {
                if (position < places.Count)
                    places[position].RoomId = order[position];
                else
                    rota.Rooms.Add(new CookingRotaRoom { Position = position, RoomId = order[position] });
            }

            rota.Rooms.RemoveAll(place => place.Position >= order.Count);
            return rota;
        }
    }

    internal static int? WholeNumber(string? typed) => InputParser.Whole(typed);
}
