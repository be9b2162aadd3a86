using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import;

/// <summary>Makes the invitations of an import as a sheet to print. The links stand in the answer to the button and nowhere else.</summary>
public sealed class LinksModel(ImportQuery query, InvitationSheet sheet) : ImportPage(query)
{
    public const int CardsPerPage = 8;

    public IReadOnlyList<SheetPart> Parts { get; private set; } = [];

    /// <summary>The made links; empty before the button is pressed.</summary>
    public IReadOnlyList<InvitationLink> Made { get; private set; } = [];

    public int Open => Parts.Sum(part => part.Open);

    public string Answer => Made.Count > 0
        ? $"Print {(Made.Count == 1 ? "this invitation" : $"these {Count(Made.Count)} invitations")} now"
        : Open == 0 ? "Everybody has a password" : Open == 1 ? "1 person waits for a link" : $"{People(Open)} wait for a link";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, "/People/Import/Result", cancellationToken) is { } elsewhere)
            return elsewhere;
        Parts = await sheet.PartsAsync(id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int floor, int part, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, "/People/Import/Result", cancellationToken) is { } elsewhere)
            return elsewhere;
        Parts = await sheet.PartsAsync(id, cancellationToken);
        if (!ModelState.IsValid || !Parts.Any(known => known.FloorNumber == floor && known.Part == part))
            return NotFound();
        Made = await sheet.MakeAsync(id, floor, part, cancellationToken);
        return Page();
    }

    /// <summary>Floor 1, people 201 to 400.</summary>
    public string Name(SheetPart part)
    {
        var first = (part.Part * InvitationSheet.MostAtOnce) + 1;
        var range = Parts.Count(other => other.FloorNumber == part.FloorNumber) > 1 ? $", {Count(first)} to {Count(first + part.People - 1)}" : "";
        return (part.FloorNumber == 0 ? "Everybody" : part.FloorName) + range;
    }

    /// <summary>The whole address, as it is typed into a browser.</summary>
    public string Address(InvitationLink link) => $"{Request.Scheme}://{Request.Host}{link.Path}";
}
