using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>The person's own requests; for those who decide, the floor's as well, open ones first.</summary>
public sealed class IndexModel(RequestsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? TypedPage { get; set; }

    public PageOf<RequestView> Requests { get; private set; } = null!;

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
                (1, _) => "One request waits for you",
                ( > 1, _) => $"{waiting} requests wait for you",
                (_, 1) => "One request of yours is open",
                (_, > 1) => $"{own} requests of yours are open",
                _ => Decides ? "Nothing waits for you" : Requests.Rows.Count == 0 ? "You have asked for nothing yet" : "Nothing of yours is open",
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(TypedPage) is not { } number)
            return NotFound();
        Requests = await query.PageAsync(Floor.Id, number, cancellationToken);
        Open = await query.OpenAsync(Floor.Id, cancellationToken);
        return Page();
    }

    public string Range(RequestView request) => RequestWords.Range(request.From, request.Until, Today.Year);
}
