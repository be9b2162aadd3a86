using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>A page with the form of an announcement.</summary>
public abstract class AnnouncementForm(FloorChoice choice) : FloorPage
{
    [BindProperty]
    public AnnouncementInput Input { get; set; } = new();

    /// <summary>
    /// The floors to choose from; empty for whoever has one, or while an announcement is changed, whose readers stay the same.
    /// </summary>
    public virtual IReadOnlyList<FloorView> Floors => choice.IsOpen ? choice.All : [];

    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
