using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>
/// The bill as it stands in the form: text, so that nothing typed is lost. <see cref="BillInputValidator"/> says what is wrong with it.
/// </summary>
public sealed record BillInput
{
    /// <summary>Made with the form; the same form sent twice records one bill.</summary>
    public Guid SubmissionId { get; init; } = Guid.CreateVersion7();

    /// <summary>The version of the bill that the form was filled from; 0 for a new bill.</summary>
    public uint Version { get; set; }

    public string? Number { get; set; }

    public string? Date { get; set; }

    public string? Shop { get; set; }

    public string? Charges { get; set; }

    public string? Discount { get; set; }

    /// <summary>The person looked at the bill that seems to be the same and says that this is another one.</summary>
    public bool AnotherBill { get; set; }

    /// <summary>A form that names a line and sends nothing of it leaves a gap, which counts as no line.</summary>
    public List<BillLineInput> Lines { get; set => field = [.. value.Where(line => line is not null)]; } = [];

    /// <summary>Forgets the lines that nobody wrote on, and asks for one when that leaves none.</summary>
    public void DropBlankLines()
    {
        Lines.RemoveAll(line => line.IsBlank);
        if (Lines.Count == 0)
            Lines.Add(new());
    }

    /// <summary>The bill in figures. Only after the validator found nothing.</summary>
    public BillDraft ToDraft(string culture) => new(
        InputParser.Text(Number), InputParser.Day(Date)!.Value, InputParser.Text(Shop), Amount(Charges, culture), Amount(Discount, culture),
        [.. Lines.Select(line => line.ToDraft(culture))]);

    private static decimal Amount(string? typed, string culture) => InputParser.Number(typed, 2, culture) ?? 0;
}

/// <summary>One line of the form. A blank quantity means 1; a blank amount is quantity times unit price.</summary>
public sealed record BillLineInput
{
    public string? Item { get; set; }

    public string? Quantity { get; set; }

    public string? Unit { get; set; }

    public string? UnitPrice { get; set; }

    public string? Amount { get; set; }

    public Category? Category { get; set; }

    /// <summary>The id of the shopping list's item; empty for what stood on no list.</summary>
    public string? ShoppingItemId { get; set; }

    /// <summary>Unit and category do not count: proposals fill them in.</summary>
    public bool IsBlank =>
        string.IsNullOrWhiteSpace(Item) && string.IsNullOrWhiteSpace(Quantity) && string.IsNullOrWhiteSpace(Amount)
            && string.IsNullOrWhiteSpace(UnitPrice);

    public decimal? QuantityIn(string culture) => string.IsNullOrWhiteSpace(Quantity) ? 1 : InputParser.Number(Quantity, 3, culture);

    public decimal? UnitPriceIn(string culture) => InputParser.Number(UnitPrice, 2, culture);

    public decimal? AmountIn(string culture) =>
        !string.IsNullOrWhiteSpace(Amount) ? InputParser.Number(Amount, 2, culture)
        : QuantityIn(culture) is { } quantity && UnitPriceIn(culture) is { } price && Product(quantity, price) is { } amount ? amount
        : null;

    public BillDraftLine ToDraft(string culture) =>
        new(InputParser.Text(Item), QuantityIn(culture)!.Value, Unit ?? Units.All[0], UnitPriceIn(culture), AmountIn(culture)!.Value,
            Category, Guid.TryParse(ShoppingItemId, out var item) ? item : null);

    /// <summary>Null where the product is beyond what a bill takes; the fields themselves then say what is wrong.</summary>
    private static decimal? Product(decimal quantity, decimal price) =>
        Math.Abs(quantity) > GoodsLimits.Quantity || Math.Abs(price) > GoodsLimits.Amount ? null : LinePrice.Amount(quantity, price);
}

public sealed class BillInputValidator : AbstractValidator<BillInput>
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public BillInputValidator(Scope scope)
    {
        var tenant = scope.Tenant;
        var culture = tenant.Culture;
        var formats = tenant.Formats;

        RuleFor(bill => bill.Shop).Words("Write the shop's name.", GoodsLimits.Shop);
        RuleFor(bill => bill.Number).Words("Write the number on the bill, or make one up.", BillLimits.Number);
        RuleFor(bill => bill.Date).Custom((typed, context) =>
        {
            if (InputParser.Day(typed) is not { } day)
                context.AddFailure("Choose the date on the bill.");
            else if (day > scope.Today)
                context.AddFailure($"{Formats.FullDay(day)} has not come yet. Use the date on the bill.");
            else if (day < Earliest)
                context.AddFailure("Use the date on the bill. It cannot be before 2000.");
        });
        RuleFor(bill => bill.Charges).OptionalAmount(culture, formats);
        RuleFor(bill => bill.Discount).OptionalAmount(culture, formats);
        RuleForEach(bill => bill.Lines).SetValidator(new BillLineInputValidator(scope));
        RuleFor(bill => bill.Lines).Must(lines => lines.Count <= BillLimits.Lines)
            .WithMessage($"A bill can have {BillLimits.Lines} items at most. Record the rest as a second bill.");
        RuleFor(bill => bill).Custom((bill, context) => CheckTotal(bill, culture, formats, context));
    }

    /// <summary>Only once every amount can be read; until then the fields have messages of their own.</summary>
    private static void CheckTotal(BillInput bill, string culture, Formats formats, ValidationContext<BillInput> context)
    {
        var charges = InputParser.Number(bill.Charges, 2, culture) ?? 0;
        var discount = InputParser.Number(bill.Discount, 2, culture) ?? 0;
        var amounts = bill.Lines.Select(line => line.AmountIn(culture)).ToList();
        if (amounts.Any(amount => amount is null or <= 0 or > GoodsLimits.Amount) || charges > GoodsLimits.Amount
            || discount > GoodsLimits.Amount)
            return;
        var before = amounts.Sum(amount => amount!.Value) + charges;
        if (before > GoodsLimits.Amount)
            context.AddFailure(nameof(BillInput.Charges),
                $"The bill comes to {formats.Money(before)}. One bill can be {formats.Money(GoodsLimits.Amount)} at most.");
        else if (discount > before)
            context.AddFailure(
                nameof(BillInput.Discount), $"The discount is more than the bill: items and charges come to {formats.Money(before)}.");
    }
}

public sealed class BillLineInputValidator : AbstractValidator<BillLineInput>
{
    public BillLineInputValidator(Scope scope)
    {
        var culture = scope.Tenant.Culture;
        var formats = scope.Tenant.Formats;

        RuleFor(line => line.Item).Words("Write what was bought.", GoodsLimits.Item);
        RuleFor(line => line.Unit).Must(unit => unit is null || Units.All.Contains(unit)).WithMessage("Choose a unit from the list.");
        RuleFor(line => line.Quantity).Custom((typed, context) =>
        {
            if (!string.IsNullOrWhiteSpace(typed))
                AmountRules.CheckQuantity(typed, culture, context);
        });
        RuleFor(line => line.UnitPrice)
            .Custom((typed, context) => AmountRules.Check(typed, culture, formats, context, required: !string.IsNullOrWhiteSpace(typed)));
        RuleFor(line => line.Amount).Custom((typed, context) =>
        {
            var line = context.InstanceToValidate;
            if (!string.IsNullOrWhiteSpace(typed) || line.UnitPriceIn(culture) is null)
                AmountRules.Check(typed, culture, formats, context, required: true);
            else if (line.UnitPriceIn(culture) > 0 && line.QuantityIn(culture) > 0 && line.AmountIn(culture) is { } product)
                AmountRules.Check(product, formats, context, required: true);
            if (line.AmountIn(culture) is { } amount && Disagrees(line, amount, culture))
                context.AddFailure(
                    $"{line.Quantity ?? "1"} × {formats.Money(line.UnitPriceIn(culture)!.Value)} is not {formats.Money(amount)}. Check the three figures, or leave the unit price empty.");
        });
    }

    private static bool Disagrees(BillLineInput line, decimal amount, string culture) =>
        line.QuantityIn(culture) is { } quantity and > 0 and <= GoodsLimits.Quantity
        && line.UnitPriceIn(culture) is { } price and > 0 and <= GoodsLimits.Amount
        && amount is > 0 and <= GoodsLimits.Amount
        && !LinePrice.Agrees(quantity, price, amount);
}
