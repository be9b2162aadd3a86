using AjsPantry.Features.Requests.Absences;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>The person's own requests; for those who decide, the floor's as well, open ones first.</summary>
public sealed class RequestsModel(RequestsQuery query, AffectedWorkQuery affected, DecideRequest.Handler handler) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? TypedPage { get; set; }

    public PageOf<RequestView> Requests { get; private set; } = null!;

    private IReadOnlyDictionary<Guid, IReadOnlyList<AffectedWork>> Affected { get; set; } = null!;

    private OpenRequests Open { get; set; } = null!;

    public bool Asks => Person.May(Permission.AskRequests);

    public bool Decides => Person.May(Permission.DecideRequests);

    public string Answer
    {
        get
        {
            var (waiting, own) = Open;
            return Open switch
            {
                (1, _) => "1 request waits for you",
                ( > 1, _) => $"{waiting} requests wait for you",
                (_, 1) => "1 of your requests is waiting",
                (_, > 1) => $"{own} of your requests are waiting",
                _ => Decides ? "No request waits for you" : Requests.Rows.Count == 0 ? "No requests yet" : "All your requests are answered",
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(TypedPage) is not { } number)
            return NotFound();
        Requests = await query.PageAsync(Floor.Id, number, cancellationToken);
        Open = await query.OpenAsync(Floor.Id, cancellationToken);
        Affected = await affected.OfAsync(
            Floor.Id, Requests.Rows.Where(request => request.WaitsFor(Person, Today)), Today, cancellationToken);
        return Page();
    }

    /// <summary>Approves from the list in one tap; declining needs words, and so its own page.</summary>
    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Decides)
            return Forbid();
        if (await query.FindAsync(Floor.Id, id, cancellationToken) is not { } asked)
            return NotFound();
        if (await handler.HandleAsync(Floor.Id, id, new() { Decision = DecideRequest.Approve }, cancellationToken) is not { } outcome)
            return NotFound();
        Toast = outcome.IsDone ? $"Approved: {asked.Name}, {Range(asked)}. They get a notification." : outcome.Messages[0].Text;
        ToastLink = ToastTo("/Requests/Request", id, asked.Kind == RequestKind.Absence ? "See the turns" : "See the request");
        return ToPage("Index");
    }

    /// <summary>What would be left open, for whoever decides; null when nothing would.</summary>
    public string? LeftOpen(RequestView request)
    {
        var work = Affected.GetValueOrDefault(request.Id) ?? [];
        return work.Count == 0 ? null
            : $"{(work.Count == 1 ? "1 turn is" : $"{work.Count} turns are")} on these days: {string.Join(", ", work.Take(MostNamed).Select(turn => $"{turn.Words} on {Day(turn.Day)}"))}{(work.Count > MostNamed ? $" and {work.Count - MostNamed} more" : "")}.";
    }

    private const int MostNamed = 3;

    public string Range(RequestView request) => RequestWords.Range(request.From, request.Until, Today.Year);
}
