using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Floors;

/// <summary>
/// Renames a floor or gives it another number. Floors stand in the order of their numbers, which are also in their links.
/// </summary>
public static class ChangeFloor
{
    public const int HighestNumber = 9999;

    public sealed record Input
    {
        /// <summary>Name and number that the form was filled from; others now mean that somebody changed them meanwhile.</summary>
        public string? Seen { get; set; }

        public string? Name { get; set; }

        public string? Number { get; set; }

        public static string MarkOf(int number, string name) => FormattableString.Invariant($"{number} {name}");
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Name).Words("Write the name.", TenantRules.LongestFloorName);
            RuleFor(input => input.Number).Whole(1, HighestNumber);
        }
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        /// <summary>The message of a lost race.</summary>
        public static readonly FieldMessage Changed = new("", "Another admin changed this in the meantime.");

        /// <returns>Null when there is no such floor.</returns>
        public async Task<Outcome<Floor>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTenant);
            var name = InputParser.Text(input.Name);
            var number = TenantRules.ReadWhole(input.Number);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldFloorAsync(id, cancellationToken);
            var floor = await db.Floors.SingleOrDefaultAsync(floor => floor.Id == id, cancellationToken);
            if (floor is null)
                return null;
            if (Input.MarkOf(floor.Number, floor.Name) != input.Seen)
                return Changed;
            if (await FloorNames.TakenAsync(db, name, id, cancellationToken) is { } taken)
                return new FieldMessage(nameof(Input.Name), taken);
            floor.Name = name;
            floor.Number = number;
            if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Taken))
            {
                var word = scope.Tenant.Floor;
                return new FieldMessage(
                    nameof(Input.Number), $"Number {number} is taken, perhaps by an archived {word}. Change that number first.");
            }

            await transaction.CommitAsync(cancellationToken);
            return floor;
        }
    }
}
