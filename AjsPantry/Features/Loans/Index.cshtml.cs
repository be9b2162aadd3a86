using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Loans;

/// <summary>What the floor lent to others and borrowed from them.</summary>
public sealed class LoansModel(LoansQuery query) : FloorPage
{
    /// <summary>waiting or ended; empty for the open ones.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<LoanView> List { get; private set; } = null!;

    /// <summary>How many wait for a word of the floor.</summary>
    public int Waiting { get; private set; }

    public IEnumerable<(string? Show, string Text)> Tabs =>
        [(null, "Open"), ("waiting", Waiting > 0 ? $"To confirm {Waiting}" : "To confirm"), ("ended", "Ended")];

    public string Answer => (Waiting, List.Rows.Count) switch
    {
        (1, _) => "1 loan to confirm",
        ( > 1, _) => $"{Waiting} loans to confirm",
        (_, 0) when Show is null => "Nothing is lent or borrowed",
        _ when Show is null && List.Rows.Any(loan => loan.State == LoanState.Lent && loan.DueOn < Today) => "Something is overdue",
        _ => "Nothing to confirm",
    };

    public PageLinks Pages => new("/Loans/Index", List.Number, List.HasMore, new Dictionary<string, string?> { ["show"] = Show });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Show = string.IsNullOrEmpty(Show) ? null : Show;
        LoanTab? tab = Show switch { null => LoanTab.Open, "waiting" => LoanTab.Waiting, "ended" => LoanTab.Ended, _ => null };
        if (Paging.Number(P) is not { } page || tab is not { } chosen)
            return NotFound();
        Waiting = await query.WaitingAsync(Floor.Id, cancellationToken);
        List = await query.PageAsync(Floor.Id, chosen, page, cancellationToken);
        return Page();
    }
}
