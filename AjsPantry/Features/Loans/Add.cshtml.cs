using AjsPantry.Features.Shared.Goods;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Loans;

public sealed class AddLoanModel(LoansQuery query, LendItem.Handler handler) : FloorPage
{
    [BindProperty]
    public LendItem.Input Input { get; set; } = new();

    /// <summary>The floors to lend to.</summary>
    public IReadOnlyList<FloorView> Floors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Floors = await query.OthersAsync(Floor.Id, cancellationToken);
        Input = new()
        {
            SubmissionId = Guid.NewGuid(),
            Kind = nameof(LoanKind.Grocery),
            Unit = Units.All[0],
            Floor = Floors.Count == 1 ? Floors[0].Id.ToString() : null
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Floors = await query.OthersAsync(Floor.Id, cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast =
            $"{outcome.Value.Item} is recorded. {Floors.First(floor => floor.Id == outcome.Value.BorrowerFloorId).Name} was asked to confirm it.";
        return ToPage("Loan", new { outcome.Value.Id });
    }
}
