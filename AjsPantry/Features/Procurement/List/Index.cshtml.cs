using System.Globalization;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.List;

/// <summary>The floor's shopping list, with what it will cost.</summary>
public sealed class ShoppingModel(ShoppingQuery query, ItemHistory history, BudgetLeftQuery budget, AddItems.Handler add) : FloorPage
{
    /// <summary>The line on top that adds one thing.</summary>
    [BindProperty]
    public QuickAdd.Input Input { get; set; } = new();

    /// <summary>What was bought before, to choose from; only for whoever adds.</summary>
    public IReadOnlyList<BoughtBefore> Known { get; private set; } = [];

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
        (0, _) => List.Trolley.Count == 0 ? "Nothing is needed" : "Everything is bought",
        (1, 1) => "One thing to buy, yours",
        (1, _) => "One thing to buy",
        (var open, 0) => $"{open} things to buy",
        (var open, var mine) when open == mine => $"{open} things to buy, all yours",
        var (open, mine) => $"{open} things to buy, {mine} of them yours",
    };

    /// <summary>What the list may cost, said no surer than it is; null when nothing on it was ever bought.</summary>
    public string? CostWords
    {
        get
        {
            if (Estimate.Priced == 0)
                return null;
            var unknown = Estimate.Of - Estimate.Priced;
            var without = unknown == 0 ? "" : unknown == 1 ? " 1 item has no known price." : $" {unknown} items have no known price.";
            return $"About {Formats.Money(Estimate.Cost)} at the last prices.{without}{LeftWords}";
        }
    }

    private string LeftWords => Left switch
    {
        null => "",
        { IsOver: true } over => $" The budget is over by {Formats.Money(-over.Left)}.",
        var left => $" {Formats.Money(left.Left)} is left until {Day(left.Until)}.",
    };

    /// <summary>What is in the trolley, shop by shop: each gave a bill of its own.</summary>
    public IReadOnlyList<IGrouping<string?, ShoppingRow>> Shops => [.. List.Trolley.GroupBy(item => item.Shop)];

    public bool MayPutBack(ShoppingRow item) => Manages || item.BoughtById == Person.Id;

    public bool MayTick(ShoppingRow item) => BuyItem.May(Person, item.AssigneeId);

    /// <summary>With one thing the list's own tick is quicker.</summary>
    public bool MayTickSeveral => List.Groups.SelectMany(group => group.Items).Count(MayTick) > 1;

    /// <summary>The time when it was ticked off today, else the day in the shop.</summary>
    public string When(ShoppingRow item) =>
        item.BoughtOn == Today && item.BoughtAt is { } at && DateOnly.FromDateTime(Tenant.Local(at).DateTime) == Today
            ? Formats.Time(Tenant.Local(at)) : Day(item.BoughtOn!.Value);

    /// <summary>A step less than was bought, as the form of a tick takes it; null when nothing would be left.</summary>
    public string? Less(ShoppingRow item) => item.BoughtQuantity - Units.Step(item.Unit) is > 0 and var less ? Typed(less) : null;

    public string? More(ShoppingRow item) => Typed(Math.Min(item.BoughtQuantity!.Value + Units.Step(item.Unit), GoodsLimits.Quantity));

    private string Typed(decimal quantity) => quantity.ToString("0.###", CultureInfo.GetCultureInfo(Tenant.Culture));

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Adds what was written in the line on top.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (!Manages)
            return Forbid();
        if (ModelState.IsValid && await AddedAsync(cancellationToken) is { } words)
        {
            Toast = words;
            return ToPage("Index");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <returns>What was added; null when the line says why it was not.</returns>
    private async Task<string?> AddedAsync(CancellationToken cancellationToken)
    {
        var row = Input.ToRow(await history.ReadAsync(Floor.Id, cancellationToken), Tenant.Culture);
        var outcome = await add.HandleAsync(Floor.Id, new() { SubmissionId = Input.SubmissionId, Rows = [row] }, cancellationToken);
        if (outcome.IsDone)
            return $"{row.Item} is on the list.";
        foreach (var message in outcome.Messages)
            ModelState.AddModelError("Input.Text", message.Text);
        ModelState.Remove("Input.Seen");
        Input.Seen = row.Seen;
        return null;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        List = await query.ReadAsync(Floor.Id, Person.Id, cancellationToken);
        var open = List.Groups.SelectMany(group => group.Items).Select(item => (item.Name, item.Unit, item.Quantity)).ToList();
        Known = open.Count == 0 && !Manages ? [] : await history.ReadAsync(Floor.Id, cancellationToken);
        Estimate = Estimate.For(open, Known);
        Left = await budget.ReadAsync(Floor.Id, Today, cancellationToken);
    }
}
