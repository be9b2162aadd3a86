using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookNotices;

/// <summary>Tells some of a meal's cooks of it, as somebody chose them.</summary>
public static class NotifyChosenCooks
{
    public sealed record Input
    {
        public List<Guid> Cooks { get; set; } = [];
    }

    public sealed record Told(int People);

    public sealed class Handler(PantryDb db, CooksQuery cooks, NotifyCooks tell, Scope scope)
    {
        private static readonly FieldMessage Nobody = new(nameof(Input.Cooks), "Tick at least one person.");

        private static readonly FieldMessage Strangers = new(
            nameof(Input.Cooks), "Someone you chose no longer cooks this meal. The list below is up to date.");

        private static readonly FieldMessage Known = new(
            nameof(Input.Cooks), "They already have this notification, and nothing has changed since.");

        /// <returns>Null when the floor has no such meal to come. Nobody is told of what is past or off.</returns>
        public async Task<Outcome<Told>?> HandleAsync(Guid floorId, Guid mealId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            var today = scope.Today;
            if (await db.Menus.AsNoTracking().SingleOrDefaultAsync(
                menu => menu.FloorId == floorId && menu.Id == mealId && menu.CancelledAt == null && menu.Date >= today,
                cancellationToken) is not { } meal)
                return null;
            if (input.Cooks.Count == 0)
                return Nobody;
            var known = await cooks.Of(floorId, meal.RoomId, meal.MemberId).Select(cook => cook.Id).ToListAsync(cancellationToken);
            if (input.Cooks.Except(known).Any())
                return Strangers;
            var told = await tell.TellAsync(floorId, [mealId], cancellationToken, input.Cooks);
            // The same form, sent twice in one moment: the other one told them.
            var isFirst = await db.TrySaveAsync(cancellationToken, RetryOnConflict.Taken);
            return told == 0 || !isFirst ? Known : new Told(told);
        }
    }
}
