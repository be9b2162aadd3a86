namespace AjsPantry.Features.Menus.Dishes.Editing;

/// <summary>Writes what a draft says into a dish.</summary>
internal static class DishWriting
{
    /// <summary>Ingredients keep their rows by place, so that the audit trail shows what changed and not all of it anew.</summary>
    public static void Write(this Dish dish, DishDraft draft)
    {
        dish.Name = draft.Name;
        dish.NormalName = DishName.Normal(draft.Name);
        dish.Category = draft.Category;
        dish.WriteRecipe(draft);
    }

    /// <summary>The recipe alone: for how many, how and of what.</summary>
    public static void WriteRecipe(this Dish dish, DishDraft draft)
    {
        dish.Servings = draft.Servings;
        dish.Summary = draft.Summary;
        if (!dish.Tips.SequenceEqual(draft.Tips))
            dish.Tips = [.. draft.Tips];
        dish.Ingredients.RemoveAll(ingredient => ingredient.Position >= draft.Ingredients.Count);
        var present = dish.Ingredients.ToDictionary(ingredient => ingredient.Position);
        foreach (var (position, (name, quantity, unit)) in draft.Ingredients.Index())
        {
            if (present.TryGetValue(position, out var row))
            {
                row.Name = name;
                row.Quantity = quantity;
                row.Unit = unit;
            }
            else
                dish.Ingredients.Add(new() { Position = position, Name = name, Quantity = quantity, Unit = unit });
        }
    }
}
