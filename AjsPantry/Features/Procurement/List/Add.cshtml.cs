using AjsPantry.Features.People.Directory;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.List;

/// <summary>Several things at once, with proposals from what was bought before.</summary>
public sealed class AddItemsModel(ShoppingQuery query, ItemHistory history, AddItems.Handler handler) : FloorPage
{
    private const int BlankRows = 3;

    [BindProperty]
    public AddItems.Input Input { get; set; } = new();

    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    public IReadOnlyList<BoughtBefore> Known { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAsync(cancellationToken);
        var added = outcome.Value.Items;
        var merged = outcome.Value.Merged;
        Toast = merged == 0 ? Things(added) : added == 0 ? "Added to what was on the list."
            : $"{Things(added)} The rest was added to what was on the list.";
        return ToPage("Index");
    }

    private static string Things(int added) => added == 1 ? "1 thing added." : $"{added} things added.";

    /// <summary>Only without JavaScript: more rows, nothing saved.</summary>
    public Task<IActionResult> OnPostAddLineAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Input.Rows.AddRange(Enumerable.Repeat(0, BlankRows).Select(_ => new AddItems.Row()));
        return ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        while (Input.Rows.Count < BlankRows)
            Input.Rows.Add(new());
        People = await query.PeopleAsync(Floor.Id, cancellationToken);
        Known = await history.ReadAsync(Floor.Id, cancellationToken);
        return Page();
    }
}
