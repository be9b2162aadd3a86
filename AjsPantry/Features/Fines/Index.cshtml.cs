using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Fines;

/// <summary>For those who fine, the floor's fines; for everybody else what they owe, and what their room owes.</summary>
public sealed class FinesModel(FinesQuery query) : FloorPage
{
    /// <summary>paid, waived or all; empty for the open ones.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<FineView> List { get; private set; } = null!;

    public FineTotals Totals { get; private set; } = null!;

    public bool Manages => Person.May(Permission.ManageFines);

    public static IReadOnlyList<(string? Show, string Text)> Views =>
        [(null, "Open"), ("paid", "Paid"), ("waived", "Waived"), ("all", "All")];

    public string Answer => (Manages, Totals) switch
    {
        (true, { Open: 0 }) => "No open fines",
        (true, _) => $"{Formats.Money(Totals.Open)} to be paid",
        (_, { OpenOfPeople: > 0 }) => $"You owe {Formats.Money(Totals.OpenOfPeople)}",
        (_, { OpenOfRooms: > 0 }) => $"Your {Tenant.Room} owes {Formats.Money(Totals.OpenOfRooms)}",
        _ => "You owe nothing",
    };

    /// <summary>The other sums, in a sentence.</summary>
    public string? Sub => (Manages, Totals) switch
    {
        (true, _) => $"{Formats.Money(Totals.Paid)} paid and {Formats.Money(Totals.Waived)} waived so far.",
        (_, { OpenOfPeople: > 0, OpenOfRooms: > 0 }) => $"Your {Tenant.Room} also owes {Formats.Money(Totals.OpenOfRooms)}.",
        _ => $"Your own fines and those of your {Tenant.Room} show here. Your pantry head settles them.",
    };

    public PageLinks Pages => new("/Fines/Index", List.Number, List.HasMore, new Dictionary<string, string?> { ["show"] = Show });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Show = string.IsNullOrEmpty(Show) ? null : Show;
        if (Paging.Number(P) is not { } page || !Views.Any(view => view.Show == Show))
            return NotFound();
        FineState? state = Show switch { null => FineState.Open, "paid" => FineState.Paid, "waived" => FineState.Waived, _ => null };
        Totals = await query.TotalsAsync(Floor.Id, cancellationToken);
        List = await query.PageAsync(Floor.Id, state, page, cancellationToken);
        return Page();
    }
}
