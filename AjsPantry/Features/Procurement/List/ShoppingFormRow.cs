using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Features.Procurement.List;

/// <summary>One row of the form: its index (a placeholder in the template that scripts copy) and what stands in it.</summary>
public sealed record ShoppingFormRow(string Index, AddItems.Row Row)
{
    public string Field(string name) => $"Input.Rows[{Index}].{name}";

    public string Id(string name) => $"Input_Rows_{Index}__{name}";

    /// <summary>What the closed part of the row says.</summary>
    public string Summary =>
        string.Join(", ", new[] { Row.Category?.Words(), Row.Priority?.Words() }.OfType<string>()) is { Length: > 0 } chosen ? chosen
            : "Category and priority";
}
