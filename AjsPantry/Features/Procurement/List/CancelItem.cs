using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.List;

/// <summary>Takes a thing off the list that is not needed any more, with a word why. It stays among what is done.</summary>
public static class CancelItem
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write why it is not needed.", ShoppingItem.LongestReason);

    public sealed class Handler(PantryDb db, ShoppingNotice news, Scope scope)
    {
        /// <returns>Null when the floor has no such item. One that is cancelled already stays as it is.</returns>
        public Task<Outcome<ShoppingItem>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken) =>
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, input, cancellationToken), RetryOnConflict.Changed, Notice.ToldIndex);

        private async Task<Outcome<ShoppingItem>?> OnceAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageShopping);
            if (await db.ShoppingItems.SingleOrDefaultAsync(
                item => item.FloorId == floorId && item.Id == id, cancellationToken) is not { } item)
                return null;
            if (item.State == ShoppingState.Cancelled)
                return item;
            if (item.State is ShoppingState.Bought or ShoppingState.Billed)
                return new FieldMessage("", $"{item.Name} is already bought. Put it back on the list first.");
            scope.Reason = InputParser.Text(input.Reason);
            item.State = ShoppingState.Cancelled;
            item.CancelReason = scope.Reason;
            await news.TakenAsync(item, cancellationToken);
            await news.CancelledAsync(item, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return item;
        }
    }
}
