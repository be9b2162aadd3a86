using System.Globalization;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

/// <summary>Bills as people type them into the form, and as the database has them afterwards.</summary>
internal static class BillFormDriver
{
    public const string RecordAddress = "/expenses/record";

    /// <summary>Every field of the form, as one would copy it from the bill; categories are left to be guessed.</summary>
    public static Dictionary<string, string> Typed(this BillDraft draft)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Number"] = draft.Number,
            ["Input.Date"] = draft.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Input.Shop"] = draft.Shop,
            ["Input.Charges"] = Plain(draft.Charges),
            ["Input.Discount"] = Plain(draft.Discount),
        };
        foreach (var (index, line) in draft.Lines.Index())
        {
            fields[Field(index, "Item")] = line.Item;
            fields[Field(index, "Quantity")] = line.Quantity.ToString("0.###", CultureInfo.InvariantCulture);
            fields[Field(index, "Unit")] = line.Unit;
            fields[Field(index, "UnitPrice")] = line.UnitPrice is { } price ? Plain(price) : "";
            fields[Field(index, "Amount")] = Plain(line.Amount);
            fields[Field(index, "Category")] = line.Category?.ToString() ?? "";
        }

        return fields;
    }

    /// <summary>A bill of one line as typed, with one field typed differently.</summary>
    public static Dictionary<string, string> But(string field, string value, BillDraft? draft = null) =>
        new((draft ?? BillActs.One(460)).Typed()) { [$"Input.{field}"] = value };

    public static string Field(int line, string name) => $"Input.Lines[{line}].{name}";

    /// <summary>Opens the form, types and saves.</summary>
    public static async Task<WebPage> RecordAsync(this Visitor visitor, Dictionary<string, string> typed, string address = RecordAddress) =>
        await (await visitor.GetAsync(address)).SubmitAsync(typed);

    public static Task<Bill> BillAsync(this PantryApp app, string tenant, Guid id) =>
        app.ReadAsync(tenant,
            db => db.Bills.Include(bill => bill.Lines.OrderBy(line => line.Position)).AsNoTracking().SingleAsync(bill => bill.Id == id));

    /// <summary>The bill that was recorded last.</summary>
    public static Task<Bill> LatestBillAsync(this PantryApp app, string tenant = "North") =>
        app.ReadAsync(tenant,
            db => db.Bills.Include(bill => bill.Lines.OrderBy(line => line.Position)).AsNoTracking().OrderByDescending(bill => bill.Id)
                .FirstAsync());

    public static Task<int> CountBillsAsync(this PantryApp app, string tenant = "North") =>
        app.ReadAsync(tenant, db => db.Bills.CountAsync());

    public static Task<int> CountAuditAsync(this PantryApp app, string tenant = "North") =>
        app.ReadAsync(tenant, db => db.AuditEntries.CountAsync());

    private static string Plain(decimal amount) => amount == 0 ? "" : amount.ToString("0.00", CultureInfo.InvariantCulture);
}
