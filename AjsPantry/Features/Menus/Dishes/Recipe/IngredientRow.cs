using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Features.Shared.Forms;

namespace AjsPantry.Features.Menus.Dishes.Recipe;

/// <summary>One ingredient of the form.</summary>
public sealed record IngredientRow(string Index, IngredientInput Line) : FormLine("Input.Lines", Index);
