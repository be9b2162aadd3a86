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

/// <summary>
/// Puts several things on a floor's list at once. What is on the list already is asked about: one more of it, or a thing of its own.
/// </summary>
public static class AddItems
{
    public const string Merge = "merge";
    public const string Apart = "apart";

    public sealed record Row
    {
        public string? Item { get; set; }

        public string? Quantity { get; set; }

        public string? Unit { get; set; }

        public string? Note { get; set; }

        /// <summary>Guessed from the name when none is chosen.</summary>
        public Category? Category { get; set; }

        /// <summary>The one of the whole form when none is chosen.</summary>
        public Priority? Priority { get; set; }

        /// <summary>merge or apart, once the question was asked.</summary>
        public string? Same { get; set; }

        /// <summary>
        /// The version of the thing that the question was about; more of it is added to that one alone, so a form sent twice adds once.
        /// </summary>
        public string? Seen { get; set; }

        public bool IsBlank => string.IsNullOrWhiteSpace(Item) && string.IsNullOrWhiteSpace(Quantity) && string.IsNullOrWhiteSpace(Note);
    }

    public sealed record Input
    {
        /// <summary>Made with the form; the same form sent twice adds once.</summary>
        public Guid SubmissionId { get; set; } = Guid.CreateVersion7();

        /// <summary>The id of who buys all of it; empty when nobody does yet.</summary>
        public string? Assignee { get; set; }

        public string? NeededBy { get; set; }

        public Priority Priority { get; set; } = Priority.Medium;

        public List<Row> Rows { get; set => field = [.. value.Where(row => row is not null)]; } = [];
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        /// <summary>More than anybody buys in one go.</summary>
        public const int MostRows = 100;

        public Validator(Scope scope)
        {
            RuleFor(input => input.NeededBy).Must(typed => string.IsNullOrEmpty(typed) || InputParser.Day(typed) is not null)
                .WithMessage("Choose a day, or leave it empty.");
            RuleFor(input => input.NeededBy).Custom((typed, context) =>
            {
                if (InputParser.Day(typed) is { } day && day < scope.Today)
                    context.AddFailure(Past(day));
            });
            RuleFor(input => input.Rows).Must(rows => rows.Count <= MostRows)
                .WithMessage($"Add up to {MostRows} things at once, and the rest afterwards.");
            RuleForEach(input => input.Rows).Where(row => !row.IsBlank).SetValidator(new RowValidator(scope));
        }
    }

    /// <summary>Nothing is needed by a day that is over.</summary>
    internal static string Past(DateOnly day) => $"{Formats.FullDay(day)} is over. Choose today or a later day, or leave it empty.";

    private sealed class RowValidator : AbstractValidator<Row>
    {
        public RowValidator(Scope scope)
        {
            RuleFor(row => row.Item).Words("Write what is needed.", GoodsLimits.Item);
            RuleFor(row => row.Quantity).Custom((typed, context) => CheckQuantity(typed, scope, context));
            RuleFor(row => row.Unit).Must(unit => unit is null or "" || Units.All.Contains(unit))
                .WithMessage("Choose a unit from the list.");
            RuleFor(row => row.Note).Must(note => InputParser.Text(note).Length <= ShoppingItem.LongestNote)
                .WithMessage($"Use {ShoppingItem.LongestNote} characters at most.");
        }
    }

    /// <summary>More than nothing and not more than a column takes; null otherwise. Nothing typed is one.</summary>
    internal static decimal? QuantityOf(string? typed, Scope scope) =>
        string.IsNullOrWhiteSpace(typed) ? 1
            : InputParser.Number(typed, 3, scope.Tenant.Culture) is > 0 and <= GoodsLimits.Quantity and var quantity ? quantity
            : null;

    /// <summary>Says what is wrong with a quantity of which <see cref="QuantityOf"/> is null.</summary>
    internal static void CheckQuantity<T>(string? typed, Scope scope, ValidationContext<T> context)
    {
        if (!string.IsNullOrWhiteSpace(typed))
            AmountRules.CheckQuantity(typed, scope.Tenant.Culture, context);
    }

    public sealed record Added(int Items, int Merged);

    public sealed class Handler(PantryDb db, ShoppingNotice news, Scope scope)
    {
        private static readonly FieldMessage Empty = new("", "Nothing is written yet. Write at least one thing.");

        public Task<Outcome<Added>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken) =>
            // The same form a second time, whose news may be told first, or an item that was to get more of it changed in this moment:
            // look again.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, input, cancellationToken), RetryOnConflict.Changed,
                ShoppingItem.SubmissionIndex, Notice.ToldIndex);

        private async Task<Outcome<Added>> OnceAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageShopping);
            var rows = input.Rows.Index().Where(row => !row.Item.IsBlank).ToList();
            if (rows.Count == 0)
                return Empty;
            var before = await db.ShoppingItems.AsNoTracking().Where(item => item.SubmissionId == input.SubmissionId)
                .OrderBy(item => item.Position).ToListAsync(cancellationToken);
            if (before.Count > 0)
                return Again(floorId, input, before);
            if (await Assignee.FindAsync(db, floorId, input.Assignee, cancellationToken) is not { } assignee)
                return new FieldMessage(nameof(Input.Assignee), "That person no longer lives here. Choose another.");
            return await AddAsync(floorId, input, rows, assignee.Id, cancellationToken);
        }

        private async Task<Outcome<Added>> AddAsync(
            Guid floorId, Input input, List<(int Index, Row Item)> rows, Guid? assignee, CancellationToken cancellationToken)
        {
            var open = await OpenAsync(floorId, cancellationToken);
            var messages = new List<FieldMessage>();
            var added = new List<ShoppingItem>();
            var merged = 0;
            foreach (var (index, row) in rows)
            {
                // What is written twice in one form is asked about like what was there before.
                var same = SameIn(open.Concat(added), row);
                if (same is not null && IsToAsk(row, same))
                    messages.Add(Ask(index, row, same, added.Contains(same)));
                else if (same is not null && row.Same == Merge && same.Quantity + Quantity(row) <= GoodsLimits.Quantity)
                {
                    await MergeAsync(same, row, isNew: added.Contains(same), cancellationToken);
                    merged = merged + 1;
                }
                else
                    added.Add(Make(floorId, input, index, row, assignee));
            }

            if (messages.Count > 0)
            {
                db.ChangeTracker.Clear();
                return new Outcome<Added>(null, messages);
            }

            db.ShoppingItems.AddRange(added);
            await news.GivenAsync(added, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Added(added.Count, merged);
        }

        private Task<List<ShoppingItem>> OpenAsync(Guid floorId, CancellationToken cancellationToken) =>
            db.ShoppingItems
                .Where(item => item.FloorId == floorId && (item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned))
                .ToListAsync(cancellationToken);

        private async Task MergeAsync(ShoppingItem same, Row row, bool isNew, CancellationToken cancellationToken)
        {
            same.Quantity = same.Quantity + Quantity(row);
            if (!isNew)
                await news.ChangedAsync(same, cancellationToken);
        }

        private static ShoppingItem? SameIn(IEnumerable<ShoppingItem> items, Row row)
        {
            var name = ItemName.Normal(InputParser.Text(row.Item));
            var unit = UnitOf(row);
            return items.FirstOrDefault(item => item.Unit == unit && ItemName.Normal(item.Name) == name);
        }

        /// <summary>Nobody has said yet whether it is one more of it, or it has changed since.</summary>
        private static bool IsToAsk(Row row, ShoppingItem same) =>
            row.Same is not (Merge or Apart) || (row.Same == Merge && row.Seen != Seen(same));

        private FieldMessage Ask(int index, Row row, ShoppingItem same, bool isNew)
        {
            row.Seen = Seen(same);
            var where = isNew ? "written above" : "on the list";
            var quantity = scope.Tenant.Formats.Quantity(same.Quantity, same.Unit);
            return new($"Rows[{index}].{nameof(Row.Same)}", $"{same.Name} is {where} already: {quantity}. Add this to it?");
        }

        private decimal Quantity(Row row) => QuantityOf(row.Quantity, scope)!.Value;

        private static string UnitOf(Row row) => string.IsNullOrEmpty(row.Unit) ? Units.All[0] : row.Unit;

        private static string Seen(ShoppingItem item) => item.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>
        /// A row that was added to another thing made none of its own, and was kept from being added twice by its version.
        /// </summary>
        private Outcome<Added> Again(Guid floorId, Input input, List<ShoppingItem> made)
        {
            var positions = made.Select(item => item.Position).ToHashSet();
            var rows = input.Rows.Index().Where(row => !row.Item.IsBlank).ToList();
            var typed = rows.Where(row => positions.Contains(row.Index) || row.Item.Same != Merge)
                .Select(row => Make(floorId, input, row.Index, row.Item, null));
            return made.Select(Content).SequenceEqual(typed.Select(Content)) ? new Added(made.Count, rows.Count - made.Count)
                : SentForm.Changed;
        }

        private static object Content(ShoppingItem item) =>
            (item.FloorId, item.Position, item.Name, item.Quantity, item.Unit, item.Category, item.Priority, item.NeededBy, item.Note);

        private ShoppingItem Make(Guid floorId, Input input, int position, Row row, Guid? assignee) => new()
        {
            FloorId = floorId,
            SubmissionId = input.SubmissionId,
            Position = position,
            Name = InputParser.Text(row.Item),
            Quantity = Quantity(row),
            Unit = UnitOf(row),
            Category = row.Category ?? CategoryGuess.Of(InputParser.Text(row.Item)),
            Priority = row.Priority ?? input.Priority,
            NeededBy = InputParser.Day(input.NeededBy),
            Note = InputParser.Text(row.Note) is { Length: > 0 } note ? note : null,
            AssigneeId = assignee,
            State = assignee is null ? ShoppingState.Needed : ShoppingState.Assigned,
            AddedById = scope.Actor.Id,
            AddedAt = scope.Now,
        };
    }
}
