using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import.Results;

/// <summary>Makes the invitations of an import as a sheet to print. The links stand in the answer to the button and nowhere else.</summary>
public sealed class LinksModel(ImportQuery query, InvitationSheet sheet, SiteAddress site, TimeProvider clock) : ImportPage(query)
{
    public const int CardsPerPage = 8;

    public List<SheetPart> Parts { get; private set; } = [];

    /// <summary>The made links; empty before the button is pressed.</summary>
    public IReadOnlyList<InvitationLink> Made { get; private set; } = [];

    /// <summary>How many of the made links went out by mail and are not shown.</summary>
    public int Mailed { get; private set; }

    public bool CanMail => sheet.CanMail;

    public int Open => Parts.Sum(part => part.Open);

    public string Answer => Made.Count > 0
        ? $"{(Mailed == 0 ? "Print" : Mailed == 1 ? "1 is on its way by mail; print" : $"{Count(Mailed)} are on their way by mail; print")} {(Made.Count == 1 ? "this invitation" : $"these {Count(Made.Count)} invitations")} now"
        : Mailed > 0 ? Mailed == 1 ? "1 link is on its way by email" : $"{Count(Mailed)} links are on their way by email"
        : Open == 0 ? "Everybody has a password" : Open == 1 ? "1 person waits for a link" : $"{People(Open)} wait for a link";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, "/People/Import/Results/Result", cancellationToken) is { } elsewhere)
            return elsewhere;
        Parts = await sheet.PartsAsync(id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int floor, int part, bool mail, int? seen, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, "/People/Import/Results/Result", cancellationToken) is { } elsewhere)
            return elsewhere;
        Parts = await sheet.PartsAsync(id, cancellationToken);
        if (!ModelState.IsValid || Parts.Find(known => known.FloorNumber == floor && known.Part == part) is not { } wanted)
            return NotFound();
        if (seen is { } count && count != wanted.Links)
        {
            Toast = "These links were already made, and are shown only once. If you make them again, the older ones stop working.";
            return RedirectToPage("Links", new { id });
        }

        var links = await sheet.MakeAsync(id, floor, part, mail, cancellationToken);
        Made = [.. links.Where(link => !link.IsMailed)];
        Mailed = links.Count - Made.Count;
        return Page();
    }

    /// <summary>Floor 1, people 201 to 400.</summary>
    public string Name(SheetPart part)
    {
        var first = (part.Part * InvitationSheet.MostAtOnce) + 1;
        var range = Parts.Count(other => other.FloorNumber == part.FloorNumber) > 1
            ? $", {Count(first)} to {Count(first + part.People - 1)}" : "";
        return (part.FloorNumber == 0 ? "Everybody" : part.FloorName) + range;
    }

    /// <summary>What the card of a link says.</summary>
    public InvitationCard Card(InvitationLink link)
    {
        var until = Tenant.Local(clock.GetUtcNow() + Invitations.JoinWithin);
        return new(link, Tenant.Name, site.Shown(link.Path), site.Read(InvitationCode.Path), Day(DateOnly.FromDateTime(until.DateTime)));
    }

    /// <summary>All of them to be pasted into a spreadsheet or a letter.</summary>
    public string Table => string.Join('\n', Made.Select(link => Card(link).Line).Prepend(InvitationCard.Heading));
}
