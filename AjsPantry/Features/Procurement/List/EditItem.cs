using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.List;

/// <summary>Changes what is to be bought, while nobody has bought it.</summary>
public static class EditItem
{
    public sealed record Input
    {
        public string? Item { get; set; }

        public string? Quantity { get; set; }

        public string? Unit { get; set; }

        public Category Category { get; set; }

        public Priority Priority { get; set; }

        public string? NeededBy { get; set; }

        public string? Note { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public uint Version { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            RuleFor(input => input.Item).Words("Write what is needed.", GoodsLimits.Item);
            RuleFor(input => input.Quantity).Custom((typed, context) => AddItems.CheckQuantity(typed, scope, context));
            RuleFor(input => input.Unit).Must(unit => Units.All.Contains(unit ?? "")).WithMessage("Choose a unit from the list.");
            RuleFor(input => input.NeededBy).Must(typed => string.IsNullOrEmpty(typed) || InputParser.Day(typed) is not null)
                .WithMessage("Choose a day, or leave it empty.");
            RuleFor(input => input.Note).Must(note => InputParser.Text(note).Length <= ShoppingItem.LongestNote)
                .WithMessage($"Use {ShoppingItem.LongestNote} characters at most.");
        }
    }

    public sealed class Handler(PantryDb db, ShoppingNotice news, Scope scope)
    {
        /// <summary>The message of a lost race; the page shows the other version beside what was typed.</summary>
        public static readonly FieldMessage Changed = new(
            nameof(Input.Version), "Someone else changed this in the meantime. Their version is above. Save again to replace it.");

        /// <returns>Null when the floor has no such item.</returns>
        public async Task<Outcome<ShoppingItem>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageShopping);
            if (await db.ShoppingItems.SingleOrDefaultAsync(
                item => item.FloorId == floorId && item.Id == id, cancellationToken) is not { } item)
                return null;
            if (item.State is not (ShoppingState.Needed or ShoppingState.Assigned))
                return new FieldMessage("", "It is no longer on the list, so it cannot be edited.");
            if (item.Version != input.Version)
                return Changed;
            if (InputParser.Day(input.NeededBy) is { } day && day != item.NeededBy && day < scope.Today)
                return new FieldMessage(nameof(Input.NeededBy), AddItems.Past(day));
            item.Name = InputParser.Text(input.Item);
            item.Quantity = AddItems.QuantityOf(input.Quantity, scope)!.Value;
            item.Unit = input.Unit!;
            item.Category = input.Category;
            item.Priority = input.Priority;
            item.NeededBy = InputParser.Day(input.NeededBy);
            item.Note = InputParser.TextOrNull(input.Note);
            if (db.ChangeTracker.HasChanges())
                await news.ChangedAsync(item, cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Changed, Notice.ToldIndex))
                return Changed;
            return item;
        }
    }
}
