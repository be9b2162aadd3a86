using System.Globalization;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Announcements;

public sealed class EditAnnouncementModel(FloorChoice choice, AnnouncementsQuery query, ChangeAnnouncement handler) : AnnouncementForm(
    choice)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AnnouncementView Announcement { get; private set; } = null!;

    public override IReadOnlyList<FloorView> Floors => [];

    /// <summary>Somebody else was quicker; the page says what they saved.</summary>
    public bool IsOvertaken { get; private set; }

    public bool IsOver => Announcement.ArchivedAt is not null || Announcement.Until < Today;

    public void OnGet() =>
        Input = new()
        {
            Title = Announcement.Title,
            Text = Announcement.Text,
            Until = Iso(IsOver ? Today : Announcement.Until),
            Pinned = Announcement.Pinned,
            Version = Announcement.Version
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowTheirsAsync(outcome.Messages.Contains(ChangeAnnouncement.Overtaken), cancellationToken);
        Toast = "The announcement is saved.";
        return ToPage("Index");
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Id, cancellationToken);
        Announcement = found!;
        return found is not null;
    }

    private async Task<IActionResult> ShowTheirsAsync(bool isOvertaken, CancellationToken cancellationToken)
    {
        IsOvertaken = isOvertaken && await FindAsync(cancellationToken);
        if (IsOvertaken)
        {
            Input.Version = Announcement.Version;
            ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
        }

        return Page();
    }
}
