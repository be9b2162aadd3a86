using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>Says that a fine is paid, or waives it with a word.</summary>
public static class SettleFine
{
    public sealed record Input
    {
        /// <summary>Paid or Waived, as the button says.</summary>
        public string? State { get; set; }

        /// <summary>How it was paid, or why it is waived.</summary>
        public string? Word { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.State).Must(state => state is nameof(FineState.Paid) or nameof(FineState.Waived))
                .WithMessage("Choose Mark as paid or Waive it.");
            RuleFor(input => input.Word).Words("Write why it is waived.", Fine.LongestReason)
                .When(input => input.State == nameof(FineState.Waived) || InputParser.Text(input.Word) != "");
        }
    }

    public sealed class Handler(PantryDb db, Scope scope, FineNotice news)
    {
        /// <returns>Null when the floor has no such fine.</returns>
        public async Task<Outcome<Fine>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageFines);
            await using var held = await db.BeginWithFineAsync(id, cancellationToken);
            if (await db.Fines.SingleOrDefaultAsync(fine => fine.FloorId == floorId && fine.Id == id, cancellationToken) is not { } fine)
                return null;
            var me = scope.Actor.Id;
            if (await db.IsOwnAsync(fine, me, cancellationToken))
                return OwnThings.Refusals[OwnThing.Fine];
            var state = Enum.Parse<FineState>(input.State!);
            if (fine.State == state)
                return fine;
            if (fine.State != FineState.Open)
                return new FieldMessage(
                    "", $"It is already {fine.State.Chip().Word.ToLowerInvariant()}. Reopen it first if that is wrong.");
            fine.State = state;
            fine.SettledById = me;
            fine.SettledAt = scope.Now;
            fine.SettledWith = InputParser.TextOrNull(input.Word);
            scope.Reason = fine.SettledWith;
            await news.SettledAsync(fine, scope.Actor.Name, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return fine;
        }
    }
}
