using AjsPantry.Features.Shared.Forms;
using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>One line of the form.</summary>
public sealed record BillLineRow(string Index, BillLineInput Line, string Sign) : FormLine("Input.Lines", Index)
{
    /// <summary>What the closed part of the line says.</summary>
    public string Summary => Line.Category?.Words() ?? "Category and unit price";
}
