using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import.Results;

/// <summary>What came of an import.</summary>
public sealed class ResultModel(ImportQuery query) : ImportPage(query)
{
    public RowCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Who could be added when the list was checked, and was not; at most a page of them.</summary>
    public IReadOnlyList<RowView> Late { get; private set; } = [];

    public string Answer =>
        Import.Added == 0 ? "Nobody was added" : Import.Added == 1 ? "1 person was added" : $"{People(Import.Added)} were added";

    public int ToMend => Counts.Problem + Counts.Failed;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, "/People/Import/Results/Result", cancellationToken) is { } elsewhere)
            return elsewhere;
        Counts = await Query.CountAsync(id, cancellationToken);
        Late = await Query.LateAsync(id, cancellationToken);
        return Page();
    }
}
