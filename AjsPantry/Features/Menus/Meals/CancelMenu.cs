using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>Takes a coming meal off the board, with a reason. It stays in the books, and its day is free for another.</summary>
public static class CancelMenu
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write the reason. Everybody can read it.", Menu.LongestReason);

    public sealed class Handler(PantryDb db, NotifyCooks tell, Scope scope)
    {
        /// <returns>Null when the floor has no such meal. One that was cancelled already stays as it is.</returns>
        public Task<Outcome<Menu>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken) =>
            // Changed in the same moment: cancelling wins whatever the change was.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, input, cancellationToken), RetryOnConflict.Changed);

        private async Task<Outcome<Menu>?> OnceAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            var menu = await db.Menus.SingleOrDefaultAsync(menu => menu.FloorId == floorId && menu.Id == id, cancellationToken);
            if (menu is null)
                return null;
            if (menu.CancelledAt is not null)
                return menu;
            if (menu.Date < scope.Today)
                return new FieldMessage(nameof(Input.Reason), "A past meal cannot be cancelled. Edit it if something is wrong.");
            scope.Reason = InputParser.Text(input.Reason);
            menu.CancelledAt = scope.Now;
            menu.CancelReason = scope.Reason;
            await tell.CancelledAsync(menu, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);

            return menu;
        }
    }
}
