using AjsPantry.Features.Shared.Forms;
using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Features.Procurement.List;

/// <summary>One row of the form.</summary>
public sealed record ShoppingFormRow(string Index, AddItems.Row Row) : FormLine("Input.Rows", Index)
{
    /// <summary>What the closed part of the row says.</summary>
    public string Summary =>
        string.Join(", ", new[] { Row.Category?.Words(), Row.Priority?.Words() }.OfType<string>()) is { Length: > 0 } chosen ? chosen
            : "Category and priority";
}
