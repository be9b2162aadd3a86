using AjsPantry.Features.Expenses.Bills.Recording;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>A year of bills of one floor, made from a seed: the same seed and days always give the same bills.</summary>
internal sealed class DemoBills(int floor, int seed)
{
    private readonly Random _random = new(seed);
    private int _next = 1001;

    public IEnumerable<DemoBill> Between(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(_random.Next(1, 4)))
            yield return Bill(day, DemoShops.All[_random.Next(DemoShops.All.Length)], day.DayNumber - from.DayNumber);
    }

    /// <param name="age">Days since the first bill; prices rise by some five per cent a year.</param>
    private DemoBill Bill(DateOnly day, DemoShop shop, int age)
    {
        var items = shop.Items.OrderBy(_ => _random.Next()).Take(_random.Next(1, Math.Min(7, shop.Items.Length + 1)));
        DemoLine[] lines = [.. items.Select(item => Line(item, 1 + age * 0.00014m))];
        var charges = shop.Delivers && _random.Next(3) == 0 ? 25m : 0m;
        var discount = _random.Next(6) == 0 ? Math.Round(lines.Sum(line => line.Amount) * 0.05m, 2) : 0m;
        return new DemoBill($"F{DemoText.Of(floor)}-{DemoText.Of(_next++)}", day, shop.Name, charges, discount, lines);
    }

    private DemoLine Line(DemoItem item, decimal dearer)
    {
        var quantity = item.Quantities[_random.Next(item.Quantities.Length)];
        // Small prices to the paisa, larger ones to half a rupee, as shops write them.
        var price = item.Price < 20 ? Math.Round(item.Price * dearer, 2) : Math.Round(item.Price * dearer * 2) / 2;
        return new DemoLine(item.Name, quantity, item.Unit, price, LinePrice.Amount(quantity, price));
    }
}

/// <summary>What a shop printed.</summary>
internal sealed record DemoBill(
    string Number, DateOnly Date, string Shop, decimal Charges, decimal Discount, IReadOnlyList<DemoLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Amount) + Charges - Discount;

    /// <summary>As somebody types it.</summary>
    public BillInput ToInput() => new()
    {
        Number = Number,
        Date = DemoText.Of(Date),
        Shop = Shop,
        Charges = DemoText.Of(Charges),
        Discount = DemoText.Of(Discount),
        Lines = [.. Lines.Select(line => line.ToInput())],
    };
}

/// <inheritdoc cref="DemoBill"/>
internal sealed record DemoLine(string Item, decimal Quantity, string Unit, decimal UnitPrice, decimal Amount)
{
    public BillLineInput ToInput() => new()
    {
        Item = Item,
        Quantity = DemoText.Of(Quantity),
        Unit = Unit,
        UnitPrice = DemoText.Of(UnitPrice),
        Amount = DemoText.Of(Amount),
    };
}
