using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Announcements;

public sealed class ArchiveAnnouncementModel(AnnouncementsQuery query, ArchiveAnnouncement handler) : ThingPage<AnnouncementView>
{
    public AnnouncementView Announcement => Thing;

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

    protected override Task<AnnouncementView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Id, cancellationToken);
}
