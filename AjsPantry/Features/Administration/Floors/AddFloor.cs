using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Floors;

/// <summary>Adds a floor with the next number. There is no upper bound.</summary>
public static class AddFloor
{
    public sealed record Input
    {
        /// <summary>Made with the form; becomes the floor's id, so that a form sent twice makes one floor.</summary>
        public Guid SubmissionId { get; init; } = Guid.CreateVersion7();

        public string? Name { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.SubmissionId).NotEmpty()
                .WithMessage("Something went wrong with this form. Nothing was saved. Open it again.");
            RuleFor(input => input.Name).Words("Write the name.", TenantRules.LongestFloorName);
        }
    }

    public sealed class Handler(PantryDb db, TimeProvider clock, Scope scope)
    {
        public Task<int> NextNumberAsync(CancellationToken cancellationToken) => FloorNames.NextNumberAsync(db, cancellationToken);

        public Task<Outcome<Floor>> HandleAsync(Input input, CancellationToken cancellationToken) =>
            // Somebody who adds floors at the same moment takes a number; then the one after it is ours.
            db.RetryOnConflictAsync(() => OnceAsync(input, cancellationToken), RetryOnConflict.Taken);

        private async Task<Outcome<Floor>> OnceAsync(Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTenant);
            var name = InputParser.Text(input.Name);
            if (await db.Floors.AsNoTracking()
                .SingleOrDefaultAsync(floor => floor.Id == input.SubmissionId, cancellationToken) is { } made)
                return made.Name == name ? made : SentForm.Changed;
            return await FloorNames.TakenAsync(db, name, null, cancellationToken) is { } taken
                ? new FieldMessage(nameof(Input.Name), taken)
                : await AddAsync(input.SubmissionId, name, cancellationToken);
        }

        private async Task<Floor> AddAsync(Guid id, string name, CancellationToken cancellationToken)
        {
            var floor = new Floor { Number = await NextNumberAsync(cancellationToken), Name = name, CreatedAt = clock.GetUtcNow() };
            db.Entry(floor).Property(row => row.Id).CurrentValue = id;
            db.Floors.Add(floor);
            await db.SaveChangesAsync(cancellationToken);
            return floor;
        }
    }
}

/// <summary>What keeps floors apart.</summary>
internal static class FloorNames
{
    /// <summary>
    /// One more than the highest, archived floors counted: a number in an old link never comes to mean another floor by itself.
    /// </summary>
    public static async Task<int> NextNumberAsync(PantryDb db, CancellationToken cancellationToken) =>
        (await db.Floors.MaxAsync(floor => (int?)floor.Number, cancellationToken) ?? 0) + 1;

    /// <summary>A message when another floor in use has the name, whatever the case of its letters; null when none has.</summary>
    public static async Task<string?> TakenAsync(PantryDb db, string name, Guid? except, CancellationToken cancellationToken)
    {
        var number = await db.Floors
            .Where(floor => floor.ArchivedAt == null && floor.Id != except && floor.Name.ToLower() == name.ToLower())
            .Select(floor => (int?)floor.Number).FirstOrDefaultAsync(cancellationToken);
        return number is null ? null : $"This name is already used (number {number}). Choose another name.";
    }
}
