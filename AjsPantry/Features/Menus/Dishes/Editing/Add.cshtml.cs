using System.Globalization;
using AjsPantry.Features.Menus.Dishes.Merging;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Editing;

public sealed class AddDishModel(NamesakesQuery namesakes, AddDish handler) : DishForm(namesakes)
{
    private const int UsualServings = 30;

    public override Guid? Changing => null;

    public override string Save => "Add the dish";

    public IActionResult OnGet()
    {
        Input.Category = DishCategory.Main;
        Input.Servings = UsualServings.ToString(CultureInfo.InvariantCulture);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsInOrderAsync(cancellationToken))
            return await ShowAgainAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Input.ToDraft(Tenant.Culture), Input.IsSureOfName, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAgainAsync(cancellationToken);
        Toast = $"{outcome.Value.Name} is in the library.";
        return ToPage("/Menus/Dishes/Recipe/Dish", new { outcome.Value.Id });
    }
}
