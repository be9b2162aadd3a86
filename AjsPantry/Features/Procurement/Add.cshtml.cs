using AjsPantry.Features.People;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement;

/// <summary>Several things at once, with proposals from what was bought before.</summary>
public sealed class AddModel(ShoppingQuery query, ItemHistory history, AddItems.Handler handler) : FloorPage
{
    private const int BlankRows = 5;

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
        var (added, merged) = (outcome.Value.Items, outcome.Value.Merged);
        Toast = merged == 0 ? added == 1 ? "One thing is on the list." : $"{added} things are on the list." : added == 0 ? "What was there grew." : $"{(added == 1 ? "One thing is" : $"{added} things are")} new on the list; what was there grew.";
        return ToPage("Index");
    }

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
