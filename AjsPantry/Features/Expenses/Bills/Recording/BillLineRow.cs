using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>One line of the form: its index (a placeholder in the template that scripts copy) and what stands in it.</summary>
public sealed record BillLineRow(string Index, BillLineInput Line, string Sign)
{
    public string Field(string name) => $"Input.Lines[{Index}].{name}";

    public string Id(string name) => $"Input_Lines_{Index}__{name}";

    /// <summary>What the closed part of the line says.</summary>
    public string Summary => Line.Category?.Words() ?? "Category and unit price";
}
