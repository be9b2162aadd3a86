using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>A person of a room asks another room to exchange cooking days. The other room's people are told.</summary>
public static class AskCookingSwap
{
    public sealed record Input
    {
        /// <summary>The other room's day, which the asking room would take.</summary>
        public string? With { get; set; }

        public string? Words { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.With).Must(typed => InputParser.Day(typed) is not null)
                .WithMessage("Choose the day you would take instead.");
            RuleFor(input => input.Words).Must(typed => InputParser.Text(typed).Length <= TurnSwap.LongestWords)
                .WithMessage($"Use {TurnSwap.LongestWords} characters at most.");
        }
    }

    public sealed class Handler(PantryDb db, CookingSwapsQuery query, Notify notify, Scope scope)
    {
        /// <param name="day">A cooking day of a room in which the scope lives.</param>
        /// <returns>Null when the scope's rooms do not have that day.</returns>
        public async Task<Outcome<TurnSwap>?> HandleAsync(
            FloorView floor, DateOnly day, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewMenus);
            await using var turn = await db.BeginChangeOfTurnsAsync(floor.Id, cancellationToken);
            var first = MealHours.FirstToCome(scope.Tenant, scope.LocalNow);
            if (await query.OwnAsync(floor.Id, day, scope.Actor.Id, first, cancellationToken) is not { } gives)
                return null;
            var with = InputParser.Day(input.With);
            if ((await query.OffersAsync(floor.Id, gives, first, cancellationToken))
                .FirstOrDefault(offer => offer.Date == with) is not { } takes)
                return new FieldMessage(nameof(Input.With), "That day is no longer free to swap. Choose another one.");
            var swap = New(floor.Id, gives, takes, InputParser.Text(input.Words));
            db.TurnSwaps.Add(swap);
            var days = (Formats.Day(gives.Date, scope.Today.Year), Formats.Day(takes.Date, scope.Today.Year));
            await notify.TellAsync(
                new(NoticeKind.Swap, new(swap.Id, "asked"), $"{gives.Room} asks to swap",
                    $"You would cook on {days.Item1} and they on {days.Item2}.{(swap.Words is null ? "" : $" {swap.Words}")}",
                    $"/menus/turns/swaps/{swap.Id}", floor.Number),
                await query.PeopleOfAsync([takes.RoomId], cancellationToken), cancellationToken);
            return await SaveAsync(swap, turn, cancellationToken);
        }

        private TurnSwap New(Guid floorId, SwapDay gives, SwapDay takes, string words) => new()
        {
            FloorId = floorId,
            GivesDate = gives.Date,
            GivesRoomId = gives.RoomId,
            TakesDate = takes.Date,
            TakesRoomId = takes.RoomId,
            AskedById = scope.Actor.Id,
            Words = words == "" ? null : words,
            CreatedAt = scope.Now,
        };

        private async Task<Outcome<TurnSwap>> SaveAsync(
            TurnSwap swap, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction turn, CancellationToken cancellationToken)
        {
            if (!await db.TrySaveAsync(cancellationToken, TurnSwap.OpenIndex))
                return new FieldMessage(nameof(Input.With), "You have already asked about this day. Withdraw that swap first.");
            await turn.CommitAsync(cancellationToken);
            return swap;
        }
    }
}
