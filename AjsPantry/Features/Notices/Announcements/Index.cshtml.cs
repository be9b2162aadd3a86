using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>What is announced to the floor and to everybody; and what was.</summary>
public sealed class AnnouncementsModel(AnnouncementsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? TypedPage { get; set; }

    /// <summary>Anything but nothing asks for what is over or was put away.</summary>
    [BindProperty(SupportsGet = true, Name = "earlier")]
    public string? TypedEarlier { get; set; }

    public bool Earlier => !string.IsNullOrEmpty(TypedEarlier);

    public PageOf<AnnouncementView> Announcements { get; private set; } = null!;

    public bool Writes => Person.May(Permission.Announce);

    public string Answer => (Earlier, Announcements.Rows.Count) switch
    {
        (true, 0) => "No earlier announcements",
        (true, _) => "Earlier announcements",
        (_, 0) => "No announcements now",
        (_, 1) => "1 announcement",
        var (_, count) => $"{count} announcements",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(TypedPage) is not { } number)
            return NotFound();
        Announcements = await query.PageAsync(Floor.Id, Today, Earlier, number, cancellationToken);
        return Page();
    }

    /// <summary>Those of all floors are the admins' to change.</summary>
    public bool MayChange(AnnouncementView announcement) =>
        Writes && (announcement.FloorId is not null || Person.May(Permission.ChooseFloor));
}
