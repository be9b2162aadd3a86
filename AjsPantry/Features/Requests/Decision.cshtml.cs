using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>Approving or declining, and what an absence would leave open.</summary>
public sealed class DecisionModel(RequestsQuery query, DecideRequest.Handler handler, IEnumerable<IAffectedByAbsence> kinds) : RequestPage(query)
{
    [BindProperty]
    public DecideRequest.Input Input { get; set; } = new();

    /// <summary>What the person was to do in that time, by day.</summary>
    public IReadOnlyList<AffectedWork> Affected { get; private set; } = [];

    public bool MayDecide => Asked.WaitsFor(Person);

    public string AffectedWords => Affected.Count switch
    {
        0 => "No turn falls into it.",
        1 => "One turn falls into it.",
        var count => $"{count} turns fall into it.",
    };

    /// <summary>What is decided, or not the person's to decide, is shown as it is.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MayDecide)
            return ToPage("Request", new { Id });
        await ReadAffectedAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
                return NotFound();
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = $"{(outcome.Value.State == RequestState.Approved ? "Approved" : "Declined")}. {Asked.Name} is told.";
                return ToPage("Index");
            }

            await FindAsync(cancellationToken);
        }

        await ReadAffectedAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAffectedAsync(CancellationToken cancellationToken)
    {
        if (Asked.Kind != RequestKind.Absence)
            return;
        var (all, from) = (new List<AffectedWork>(), Asked.From < Today ? Today : Asked.From);
        foreach (var kind in kinds)
            all.AddRange(await kind.OfAsync(Floor.Id, Asked.MemberId, from, Asked.Until, cancellationToken));
        Affected = [.. all.OrderBy(work => work.Day)];
    }
}
