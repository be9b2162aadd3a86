using System.Globalization;
using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Procurement;

/// <summary>The floor's shopping list, with what it will cost.</summary>
public sealed class IndexModel(ShoppingQuery query, ItemHistory history, BudgetLeftQuery budget) : FloorPage
{
    public ShoppingList List { get; private set; } = null!;

    public Estimate Estimate { get; private set; } = null!;

    /// <summary>What is left in the floor's budget; null when none covers today, or the person has nothing to do with it.</summary>
    public BudgetLeft? Left { get; private set; }

    public bool Manages => Person.May(Permission.ManageShopping);

    public bool Bills => Person.May(Permission.RecordBills);

    private int Mine => List.Groups.Where(group => group.Mine).Sum(group => group.Items.Count);

    /// <summary>The page in one sentence.</summary>
    public string Answer => (List.Open, Mine) switch
    {
        (0, _) => List.Trolley.Count == 0 ? "Nothing is needed" : "All is in the trolley",
        (1, 1) => "One thing to buy, yours",
        (1, _) => "One thing to buy",
        (var open, 0) => $"{open} things to buy",
        (var open, var mine) when open == mine => $"{open} things to buy, all yours",
        var (open, mine) => $"{open} things to buy, {mine} of them yours",
    };

    /// <summary>What the list may cost, said no surer than it is; null when nothing on it was ever bought.</summary>
    public string? CostWords => Estimate.Priced == 0 ? null
        : $"About {Formats.Money(Estimate.Cost)}{(Estimate.Priced == Estimate.Of ? "" : $" for {Estimate.Priced} of {Estimate.Of}")}, by what the same things cost last time.{(Left is null ? "" : Left.IsOver ? $" The budget is over by {Formats.Money(-Left.Left)}." : $" {Formats.Money(Left.Left)} is left until {Day(Left.Until)}.")}";

    public bool MayTick(ShoppingRow item) => BuyItem.May(Person, item.AssigneeId);

    /// <summary>With one thing the list's own tick is quicker.</summary>
    public bool MayTickSeveral => List.Groups.SelectMany(group => group.Items).Count(MayTick) > 1;

    /// <summary>The time when it was ticked off today, else the day in the shop.</summary>
    public string When(ShoppingRow item) =>
        item.BoughtOn == Today && item.BoughtAt is { } at && DateOnly.FromDateTime(Tenant.Local(at).DateTime) == Today ? Formats.Time(Tenant.Local(at)) : Day(item.BoughtOn!.Value);

    /// <summary>A step less than was bought, as the form of a tick takes it; null when nothing would be left.</summary>
    public string? Less(ShoppingRow item) => item.BoughtQuantity - Units.Step(item.Unit) is > 0 and var less ? Typed(less) : null;

    public string? More(ShoppingRow item) => Typed(Math.Min(item.BoughtQuantity!.Value + Units.Step(item.Unit), BillLimits.Quantity));

    private string Typed(decimal quantity) => quantity.ToString("0.###", CultureInfo.GetCultureInfo(Tenant.Culture));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await query.ReadAsync(Floor.Id, Person.Id, cancellationToken);
        var open = List.Groups.SelectMany(group => group.Items).Select(item => (item.Name, item.Unit, item.Quantity)).ToList();
        Estimate = Estimate.For(open, open.Count == 0 ? [] : await history.ReadAsync(Floor.Id, cancellationToken));
        Left = await budget.ReadAsync(Floor.Id, Today, cancellationToken);
    }
}
