using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Announcements;

public sealed class ArchiveAnnouncementModel(AnnouncementsQuery query, ArchiveAnnouncement handler) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AnnouncementView Announcement { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await handler.HandleAsync(Id, cancellationToken))
            return NotFound();
        Toast = "The announcement is archived.";
        return ToPage("Index");
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Id, cancellationToken);
        Announcement = found!;
        return found is not null;
    }
}
