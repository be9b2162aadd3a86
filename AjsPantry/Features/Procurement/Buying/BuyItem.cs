using System.ComponentModel.DataAnnotations;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.Buying;

/// <summary>
/// Ticks off what was bought, with what is known of it: how much, for how much, where. The same tick sent twice, or late, is one.
/// </summary>
public static class BuyItem
{
    public sealed record Input
    {
        /// <summary>How much; what was needed when nothing is written.</summary>
        public string? Quantity { get; set; }

        /// <summary>What was paid for all of it; empty when it is not known yet, null where nobody was asked.</summary>
        [DisplayFormat(ConvertEmptyStringToNull = false)]
        public string? Price { get; set; }

        /// <summary>Empty when it is not known, null where nobody was asked.</summary>
        [DisplayFormat(ConvertEmptyStringToNull = false)]
        public string? Shop { get; set; }

        /// <summary>The day in the shop; today when nothing is written.</summary>
        public string? On { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            var tenant = scope.Tenant;
            RuleFor(input => input.Quantity).Custom((typed, context) => AddItems.CheckQuantity(typed, scope, context));
            RuleFor(input => input.Price)
                .Custom((typed, context) => AmountRules.Check(typed, tenant.Culture, tenant.Formats, context, required: false));
            RuleFor(input => input.Shop).Must(shop => InputParser.Text(shop).Length <= GoodsLimits.Shop)
                .WithMessage($"Use {GoodsLimits.Shop} characters at most.");
            RuleFor(input => input.On)
                .Must(typed => string.IsNullOrEmpty(typed) || InputParser.Day(typed) is { } day && day <= scope.Today)
                    .WithMessage("Choose today or the day on which it was bought.");
        }
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        /// <returns>Null when the floor has no such item.</returns>
        public Task<Outcome<ShoppingItem>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken) =>
            // Ticked, changed or given away in the same moment: what it is now decides.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, input, cancellationToken), RetryOnConflict.Changed);

        private async Task<Outcome<ShoppingItem>?> OnceAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewShopping);
            if (await db.ShoppingItems.Include(item => item.BoughtBy).Include(item => item.Assignee)
                .SingleOrDefaultAsync(item => item.FloorId == floorId && item.Id == id, cancellationToken) is not { } item)
                return null;
            var person = scope.Actor;
            if (Refusal(person, item) is { } refusal)
                return new FieldMessage("", refusal);
            Tick(item, input, scope);
            await db.SaveChangesAsync(cancellationToken);
            return item;
        }
    }

    /// <summary>
    /// Why a person cannot tick something; null when they can, and when they did already: a bad network may send a tick twice.
    /// </summary>
    internal static string? Refusal(SignedIn person, ShoppingItem item) =>
        !May(person, item) ? $"{item.Assignee!.Name} is buying {item.Name}."
        : item.State == ShoppingState.Billed ? $"{item.Name} is already on a bill."
        : item.State == ShoppingState.Cancelled ? $"{item.Name} is no longer needed: {item.CancelReason}"
        : item.State == ShoppingState.Bought && item.BoughtById != person.Id ? $"{item.BoughtBy!.Name} has already bought {item.Name}."
        : null;

    /// <summary>
    /// What nobody was asked stays as it was, or is as it was needed; a price or a shop that was emptied is not known any more.
    /// </summary>
    internal static void Tick(ShoppingItem item, Input input, Scope scope)
    {
        var today = scope.Today;
        var shop = InputParser.Text(input.Shop);
        if (item.State != ShoppingState.Bought)
        {
            item.State = ShoppingState.Bought;
            item.BoughtById = scope.Actor.Id;
            item.BoughtAt = scope.Now;
        }
        item.BoughtOn = InputParser.Day(input.On) ?? item.BoughtOn ?? today;
        item.BoughtQuantity = string.IsNullOrWhiteSpace(input.Quantity) ? item.BoughtQuantity ?? item.Quantity
            : AddItems.QuantityOf(input.Quantity, scope);
        item.Price = input.Price is null ? item.Price : InputParser.Number(input.Price, 2, scope.Tenant.Culture);
        item.Shop = input.Shop is null ? item.Shop : shop == "" ? null : shop;
    }

    /// <summary>Whoever manages the list ticks anything; others what is theirs, and what nobody has.</summary>
    internal static bool May(SignedIn person, ShoppingItem item) => May(person, item.AssigneeId);

    internal static bool May(SignedIn person, Guid? assignee) =>
        person.May(Permission.ManageShopping) || assignee is null || assignee == person.Id;
}
