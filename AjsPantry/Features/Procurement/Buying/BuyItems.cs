using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.Buying;

/// <summary>Ticks off several things of one shop at once: all of them or, when one cannot be, none. Sent twice it counts once.</summary>
public static class BuyItems
{
    public sealed record Row
    {
        public string? Id { get; set; }

        /// <summary>Empty when it is no id.</summary>
        public Guid ItemId => Guid.TryParse(Id, out var id) ? id : Guid.Empty;

        public bool Bought { get; set; }

        /// <summary>How much; what was needed when nothing is written.</summary>
        public string? Quantity { get; set; }

        /// <summary>What was paid for all of it; empty when it is not known yet.</summary>
        public string? Price { get; set; }
    }

    public sealed record Input
    {
        public string? Shop { get; set; }

        /// <summary>The day in the shop; today when nothing is written.</summary>
        public string? On { get; set; }

        public List<Row> Rows { get; set => field = [.. value.Where(row => row is not null)]; } = [];
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            var one = new BuyItem.Validator(scope);
            RuleFor(input => input.Shop).Custom((typed, context) => Check(one, new() { Shop = typed }, context));
            RuleFor(input => input.On).Custom((typed, context) => Check(one, new() { On = typed }, context));
            RuleFor(input => input.Rows).Must(rows => rows.Any(row => row.Bought)).WithMessage("Tick what you bought.");
            RuleForEach(input => input.Rows).Where(row => row.Bought).ChildRules(row =>
            {
                row.RuleFor(each => each.Quantity).Custom((typed, context) => Check(one, new() { Quantity = typed }, context));
                row.RuleFor(each => each.Price).Custom((typed, context) => Check(one, new() { Price = typed }, context));
            });
        }

        /// <summary>The rules of one tick, so that many obey the same.</summary>
        private static void Check<T>(BuyItem.Validator one, BuyItem.Input input, ValidationContext<T> context)
        {
            foreach (var failure in one.Validate(input).Errors)
                context.AddFailure(failure.ErrorMessage);
        }
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        /// <returns>How many were ticked.</returns>
        public Task<Outcome<Ticked>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken) =>
            // Ticked, changed or given away in the same moment: what it is now decides.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, input, cancellationToken), RetryOnConflict.Changed);

        private async Task<Outcome<Ticked>> OnceAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewShopping);
            var rows = input.Rows.Index().Where(row => row.Item.Bought).ToList();
            var ids = rows.Select(row => row.Item.ItemId).ToList();
            var items = await db.ShoppingItems.Include(item => item.BoughtBy).Include(item => item.Assignee)
                .Where(item => item.FloorId == floorId && ids.Contains(item.Id)).ToListAsync(cancellationToken);
            var messages = new List<FieldMessage>();
            foreach (var (index, row) in rows)
            {
                var item = items.Find(item => item.Id == row.ItemId);
                if ((item is null ? "This is no longer on the list." : BuyItem.Refusal(scope.Actor, item)) is { } refusal)
                    messages.Add(new($"Rows[{index}].{nameof(Row.Bought)}", refusal));
                else
                    BuyItem.Tick(item!,
                        new() { Quantity = row.Quantity, Price = row.Price, Shop = input.Shop, On = input.On }, scope);
            }

            if (messages.Count > 0)
            {
                db.ChangeTracker.Clear();
                return new Outcome<Ticked>(null, messages);
            }

            await db.SaveChangesAsync(cancellationToken);
            return new Ticked(items.Count);
        }
    }

    public sealed record Ticked(int Items);
}
