using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import;

/// <summary>What would happen: who can be added, who is here already, and every problem in words.</summary>
public sealed class CheckModel(ImportQuery query, StartImport start) : ImportPage(query)
{
    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    /// <summary>Shows those too that have no problem.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool ShowsAll { get; set; }

    public RowCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public IReadOnlyList<RowView> Rows { get; private set; } = [];

    /// <summary>How many rows need somebody's attention.</summary>
    public int Wrong => Counts.All - Counts.Add - Counts.Here;

    private PageNumbers Numbers { get; set; } = PageNumbers.Of(1, 0);

    public PageLinks Pages => new("/People/Import/Check", Numbers.Number, Numbers.HasMore,
        new Dictionary<string, string?> { ["id"] = $"{Import.Id}", ["all"] = ShowsAll ? "true" : null })
    { Names = PageLinks.ByPlace, Words = $"Page {Numbers.Number} of {Numbers.Pages}" };

    /// <summary>2 rows without a problem.</summary>
    public string Fine =>
        Counts.Add + Counts.Here is 1 ? "1 row without a problem" : $"{Count(Counts.Add + Counts.Here)} rows without a problem";

    /// <summary>The page in one sentence.</summary>
    public string Answer =>
        Counts.Add == 0 ? "Nobody can be added" : Counts.Add == 1 ? "1 person can be added" : $"{People(Counts.Add)} can be added";

    /// <summary>120 are already here and do not change, 68 rows have a problem.</summary>
    public string Rest => (Counts.Left switch
    {
        0 => "",
        1 => "1 part of the list was not read. See below which and why. ",
        var left => $"{Count(left)} parts of the list were not read. See below which and why. ",
    }) + RestOfRead;

    private string RestOfRead => (Counts.Here, Counts.Problem) switch
    {
        (0, 0) when Counts.Left > 0 => "The others have no problem.",
        (0, 0) => "No row has a problem.",
        (var here, 0) when Counts.Left > 0 => $"{AreHere(here)}.",
        (var here, 0) => $"{AreHere(here)}. No row has a problem.",
        (0, var problem) => $"{HaveProblem(problem)}.",
        var (here, problem) => $"{AreHere(here)}, {HaveProblem(problem)}.",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, "/People/Import/Check", cancellationToken) is { } elsewhere)
            return elsewhere;
        Counts = await Query.CountAsync(id, cancellationToken);
        if (!ModelState.IsValid || Paging.Number(P) is not { } page)
            return NotFound();
        Numbers = PageNumbers.Of(page, ShowsAll ? Counts.All : Wrong, ImportQuery.PerPage);
        Rows = await Query.RowsAsync(id, Numbers, ShowsAll, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await start.HandleAsync(id, cancellationToken) ? RedirectToPage("Progress", new { id }) : NotFound();

    private string AreHere(int count) =>
        count == 1 ? "1 is already here and does not change" : $"{Count(count)} are already here and do not change";

    private string HaveProblem(int count) => count == 1 ? "1 row has a problem" : $"{Count(count)} rows have a problem";
}
