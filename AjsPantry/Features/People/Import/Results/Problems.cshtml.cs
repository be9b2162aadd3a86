using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Documents;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import.Results;

/// <summary>The rows that somebody must mend, to be brought back afterwards.</summary>
public sealed class ProblemsModel(ImportQuery query) : PersonPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await query.FindAsync(id, cancellationToken) is null
            ? NotFound()
            : File(ListFiles.Problems(await query.ProblemsAsync(id, cancellationToken), Tenant.Culture), CsvFile.ContentType,
                "rows-to-correct.csv");
}
