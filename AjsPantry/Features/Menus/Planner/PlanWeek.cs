using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Meals;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>
/// Plans the open meals of one or several weeks at once: every row that was filled, or none. Whatever else is planned stays untouched.
/// </summary>
public static class PlanWeek
{
    public sealed record Input
    {
        public List<PlanRow> Rows { get; set; } = [];

        /// <summary>The cooks are told when it is saved; each once of all that are theirs.</summary>
        public bool Tell { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleForEach(input => input.Rows).Where(row => row.IsFilled).SetValidator(new PlanRowValidator());
    }

    /// <param name="Meals">Those that were planned or replaced, in the order of the rows.</param>
    /// <param name="NewDishes">The names that became dishes with them.</param>
    public sealed record Done(IReadOnlyList<Menu> Meals, IReadOnlyList<string> NewDishes);

    public sealed class Handler(PantryDb db, PlanMenu plan, NotifyCooks tell, Scope scope)
    {
        private static readonly FieldMessage Empty = new("", "Write a dish for at least one meal.");

        private static readonly FieldMessage Gone = new(
            nameof(PlanRow.Dish), "That meal was cancelled in the meantime. Save again to plan yours.");

        public async Task<Outcome<Done>> HandleAsync(FloorView floor, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            var rows = input.Rows.Index().Where(row => row.Item.IsFilled).ToList();
            if (rows.Count == 0)
                return Empty;
            await using var transaction = await BeginAsync([.. rows.Select(row => row.Item)], cancellationToken);
            List<FieldMessage> messages = [];
            List<Menu> meals = [];
            foreach (var (index, row) in rows)
            {
                var outcome = row.Replaces is { } id ? await ReplaceAsync(floor.Id, id, row, cancellationToken)
                    : await plan.AddAsync(floor.Id, row.ToMenu(), cancellationToken);
                messages.AddRange(outcome.Messages
                    .Select(message => new FieldMessage($"Rows[{index}].{FieldOf(message, row)}", WordsOf(message, row))));
                if (outcome.IsDone)
                    meals.Add(outcome.Value);
            }

            // Without a commit nothing of it has been.
            if (messages.Count > 0)
                return new Outcome<Done>(null, messages);
            if (input.Tell)
                await tell.TellAsync(floor.Id, [.. meals.Select(meal => meal.Id)], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Done(meals, plan.NewDishes);
        }

        /// <summary>
        /// Those who plan weeks of one tenant wait for each other, and every dish is held from the start: rows name dishes in any order,
        /// and two plans must not wait in a circle.
        /// </summary>
        private async Task<IDbContextTransaction> BeginAsync(IReadOnlyList<PlanRow> rows, CancellationToken cancellationToken)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.QueueForMealsAsync(cancellationToken);
            var names = rows.SelectMany(row => new[] { DishName.Normal(row.Dish), DishName.Normal(row.Side) }).ToHashSet();
            await db.HoldDishesAsync(
                await db.Dishes.Where(dish => dish.ArchivedAt == null && names.Contains(dish.NormalName)).Select(dish => dish.Id)
                    .ToArrayAsync(cancellationToken), cancellationToken);
            return transaction;
        }

        /// <summary>Puts another dish in the place of a planned one. Its cook and its notes stay.</summary>
        private async Task<Outcome<Menu>> ReplaceAsync(Guid floorId, Guid id, PlanRow row, CancellationToken cancellationToken)
        {
            var cook = await db.Menus.AsNoTracking().Where(menu => menu.FloorId == floorId && menu.Id == id)
                .Select(menu => new { menu.RoomId, menu.MemberId, menu.Notes }).SingleOrDefaultAsync(cancellationToken);
            var input = row.ToMenu();
            input.Room = cook?.RoomId?.ToString();
            input.Person = cook?.MemberId?.ToString();
            input.Notes = cook?.Notes;
            input.Version = row.Version;
            return await plan.ChangeAsync(floorId, id, input, cancellationToken) ?? Gone;
        }

        /// <summary>A row shows the day and who is to cook as facts, so what is wrong with them is said at its dish.</summary>
        private static string FieldOf(FieldMessage message, PlanRow row) => message.Field switch
        {
            nameof(MenuInput.Side) => nameof(PlanRow.Side),
            nameof(MenuInput.Room) when row.Replaces is null => nameof(PlanRow.Room),
            _ => nameof(PlanRow.Dish),
        };

        private static string WordsOf(FieldMessage message, PlanRow row) =>
            message == PlanMenu.Taken
                ? "Someone else planned this meal in the meantime. Tick the box to replace theirs, or save the others."
            : message == PlanMenu.Changed ? "Someone else changed this meal in the meantime. Tick the box again to replace theirs."
            : message.Field == nameof(MenuInput.Room) && row.Replaces is not null
            ? "The cook was removed in the meantime. Open the meal to choose another."
            : message.Text;
    }
}
