using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>What recording and changing a bill have in common: the form, its proposals, and its lines without JavaScript.</summary>
public abstract class BillForm(BillHistory history) : FloorPage
{
    private const int BlankLines = 3;

    protected BillHistory History => history;

    [BindProperty]
    public BillInput Input { get; set; } = new();

    public IReadOnlyList<string> Shops { get; private set; } = [];

    public IReadOnlyList<KnownItem> Items { get; private set; } = [];

    /// <summary>What to propose instead of the proposed number once one of these shops is chosen.</summary>
    public IReadOnlyDictionary<string, string> NumbersOfShops { get; protected set; } = new Dictionary<string, string>();

    /// <summary>The bill by its number, for headings.</summary>
    public abstract string Heading { get; }

    /// <summary>What the save button says.</summary>
    public abstract string Save { get; }

    /// <summary>True when the form comes back with what was typed, which leaving the page would lose.</summary>
    public bool IsReturned => HttpMethods.IsPost(Request.Method);

    /// <summary>The question about a bill that looks the same is open, or was answered.</summary>
    public bool AsksAboutDuplicate => Input.AnotherBill || FoundDuplicate;

    /// <summary>The bill was refused because one like it is there.</summary>
    public bool FoundDuplicate => ModelState[$"Input.{nameof(BillInput.AnotherBill)}"] is { Errors.Count: > 0 };

    /// <summary>Only without JavaScript: one more line, nothing saved.</summary>
    public async Task<IActionResult> OnPostAddLineAsync(CancellationToken cancellationToken)
    {
        if (!await MayFillAsync(cancellationToken))
            return NotFound();
        ModelState.Clear();
        Input.Lines.Add(new());
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Whether there is a bill behind the form; a new one needs none.</summary>
    protected virtual Task<bool> MayFillAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>The form with its proposals.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        while (Input.Lines.Count < BlankLines && !IsReturned)
            Input.Lines.Add(new());
        Shops = await history.ShopsAsync(Floor.Id, cancellationToken);
        Items = await history.ItemsAsync(Floor.Id, cancellationToken);
        return Page();
    }

    /// <summary>
    /// Leaves out the lines that nobody wrote on and checks the rest. The form was checked as it came, where a blank line is a
    /// mistake, so it is checked again without them.
    /// </summary>
    protected async Task<bool> IsInOrderAsync(CancellationToken cancellationToken)
    {
        Input.DropBlankLines();
        ModelState.Clear();
        var validator = new BillInputValidator(Scope);
        foreach (var failure in (await validator.ValidateAsync(Input, cancellationToken)).Errors)
            ModelState.AddModelError($"Input.{failure.PropertyName}", failure.ErrorMessage);
        return ModelState.IsValid;
    }

    /// <summary>The form as it would be typed for a bill that there is.</summary>
    protected BillInput Filled(BillView bill) => new()
    {
        Version = bill.Version,
        Number = bill.Number,
        Date = bill.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Shop = bill.Shop,
        Charges = bill.Charges == 0 ? null : Formats.Typed(bill.Charges),
        Discount = bill.Discount == 0 ? null : Formats.Typed(bill.Discount),
        Lines = [.. bill.Lines.Select(line => new BillLineInput
        {
            Item = line.Item,
            Quantity = line.Quantity.ToString("0.###", CultureInfo.GetCultureInfo(Tenant.Culture)),
            Unit = line.Unit,
            UnitPrice = line.UnitPrice is { } price ? Formats.Typed(price) : null,
            Amount = Formats.Typed(line.Amount),
            Category = line.Category,
            ShoppingItemId = line.ShoppingItemId?.ToString(),
        })],
    };
}
