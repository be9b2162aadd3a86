using System.Globalization;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Features.Menus.Dishes.Recipe;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Editing;

public sealed class EditDishModel(NamesakesQuery namesakes, DishQuery query, EditDish handler) : DishForm(namesakes)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DishView Dish { get; private set; } = null!;

    /// <summary>Somebody else was quicker; the page shows theirs beside what was typed.</summary>
    public bool IsOvertaken { get; private set; }

    public override Guid? Changing => Id;

    public override string Save => "Save the dish";

    public IActionResult OnGet()
    {
        if (!Dish.IsInUse)
            return ToPage("/Menus/Dishes/Recipe/Dish", new { Id });
        Input = Filled();
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Dish.IsInUse)
            return ToPage("/Menus/Dishes/Recipe/Dish", new { Id });
        if (!await IsInOrderAsync(cancellationToken))
            return await ShowAgainAsync(cancellationToken);
        if (await handler.HandleAsync(
            Id, Input.Version, Input.ToDraft(Tenant.Culture), Input.IsSureOfName, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.Messages.Contains(DishNames.Changed))
            await ShowTheirsAsync(cancellationToken);
        if (!outcome.IsDone)
            return await ShowAgainAsync(cancellationToken);
        Toast = $"{outcome.Value.Name} is saved.";
        return ToPage("/Menus/Dishes/Recipe/Dish", new { Id });
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) =>
        (Dish = (await query.ReadAsync(Id, cancellationToken))!) is not null;

    /// <summary>
    /// The form keeps what was typed and takes the other version, so that saving again is a decision made with both in sight.
    /// </summary>
    private async Task ShowTheirsAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = await FindAsync(cancellationToken);
        Input.Version = Dish.Version;
    }

    private DishInput Filled()
    {
        var culture = CultureInfo.GetCultureInfo(Tenant.Culture);
        return new()
        {
            Version = Dish.Version,
            Name = Dish.Name,
            Category = Dish.Category,
            Servings = Dish.Servings.ToString(culture),
            Summary = Dish.Summary,
            Tips = string.Join('\n', Dish.Tips),
            Lines = [.. Dish.Ingredients
                .Select(row =>
                    new IngredientInput { Name = row.Name, Quantity = row.Quantity.ToString("0.###", culture), Unit = row.Unit })],
        };
    }
}
