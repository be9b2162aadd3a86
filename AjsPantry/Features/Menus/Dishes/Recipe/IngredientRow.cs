using AjsPantry.Features.Menus.Dishes.Editing;

namespace AjsPantry.Features.Menus.Dishes.Recipe;

/// <summary>One ingredient of the form: its index (a placeholder in the template that scripts copy) and what stands in it.</summary>
public sealed record IngredientRow(string Index, IngredientInput Line)
{
    public string Field(string name) => $"Input.Lines[{Index}].{name}";

    public string Id(string name) => $"Input_Lines_{Index}__{name}";
}
