using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.List;

/// <summary>
/// Says who buys a thing: whoever manages the list gives it to anybody of the floor; others take what nobody has, and give back what they
/// took.
/// </summary>
public static class AssignItem
{
    public sealed record Input
    {
        /// <summary>The id of who buys it; empty for nobody.</summary>
        public string? Assignee { get; set; }
    }

    public sealed class Handler(PantryDb db, ShoppingNotice news, Scope scope)
    {
        private static readonly FieldMessage TooLate = new(nameof(Input.Assignee), "Someone else changed this. Here is the latest.");

        /// <returns>Null when the floor has no such item, or it is not the person's to give.</returns>
        public async Task<Outcome<ShoppingItem>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewShopping);
            if (await db.ShoppingItems.SingleOrDefaultAsync(
                item => item.FloorId == floorId && item.Id == id, cancellationToken) is not { } item)
                return null;
            if (await Assignee.FindAsync(db, floorId, input.Assignee, cancellationToken) is not { } chosen)
                return new FieldMessage(nameof(Input.Assignee), "That person no longer lives here. Choose another.");
            if (!May(scope.Actor, item.AssigneeId, chosen.Id))
            {
                if (item.AssigneeId is null)
                    return null;
                return TooLate;
            }

            if (item.State is not (ShoppingState.Needed or ShoppingState.Assigned))
                return TooLate;
            if (item.AssigneeId == chosen.Id)
                return item;
            item.AssigneeId = chosen.Id;
            item.State = chosen.Id is null ? ShoppingState.Needed : ShoppingState.Assigned;
            await news.TakenAsync(item, cancellationToken);
            await news.GivenAsync([item], cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Changed, Notice.ToldIndex))
                // Given away in the same moment, perhaps to the same person, who is told by the one who was quicker.
                return TooLate;
            return item;
        }

        /// <summary>Whoever manages may give it to anybody; others take what nobody has, and give back their own.</summary>
        private static bool May(SignedIn person, Guid? has, Guid? gets) =>
            person.May(Permission.ManageShopping) || (has is null && gets == person.Id)
                || (has == person.Id && (gets is null || gets == person.Id));
    }
}
