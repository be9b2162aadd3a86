using AjsPantry.Features.People.Directory;
using AjsPantry.Features.Procurement.Buying;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.List;

/// <summary>One thing of the list: how it stands, who buys it, and what can be done with it.</summary>
public sealed class ItemModel(ShoppingQuery query, AssignItem.Handler assign, PutBackItem putBack) : ItemPage(query)
{
    [BindProperty]
    public AssignItem.Input Input { get; set; } = new();

    /// <summary>Who could buy it, for whoever manages the list.</summary>
    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    /// <summary>The bill that it stands on.</summary>
    public Guid? BillId { get; private set; }

    public bool MayTake => Item.State == ShoppingState.Needed && Person.Floor is not null;

    public bool MayGiveBack => Item.State == ShoppingState.Assigned && Item.AssigneeId == Person.Id;

    public string State => Item.State switch
    {
        ShoppingState.Needed => "Unassigned",
        ShoppingState.Assigned => Item.AssigneeId == Person.Id ? "Yours to buy" : $"{Item.Assignee} buys it",
        ShoppingState.Bought => "Bought, no bill yet",
        ShoppingState.Billed => "Bought and on a bill",
        _ => "Removed from the list",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new() { Assignee = Item.AssigneeId?.ToString() };
        return ShowAsync(cancellationToken);
    }

    /// <summary>Who buys it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        if (await assign.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return Forbid();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();
        Toast = outcome.Value.AssigneeId is null ? $"{outcome.Value.Name} is unassigned." : outcome.Value.AssigneeId == Person.Id
            ? $"{outcome.Value.Name} is yours to buy." : $"{outcome.Value.Name} is assigned. They get a notification.";
        return ToPage("Index");
    }

    /// <summary>It was not bought after all.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await putBack.HandleAsync(Floor.Id, Id, cancellationToken) is not { } outcome)
            return Forbid();
        outcome.ShowIn(ModelState, "");
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();
        Toast = $"{outcome.Value.Name} is on the list again.";
        return ToPage("Index");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (Item.State == ShoppingState.Billed)
            BillId = await Query.BillOfAsync(Id, cancellationToken);
        if (Item.IsOpen && Manages)
            People = await Query.PeopleAsync(Floor.Id, cancellationToken);
        return Page();
    }
}
