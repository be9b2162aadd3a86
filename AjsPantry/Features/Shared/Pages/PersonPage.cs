using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>
/// A page of a signed-in person: who they are, their tenant's formats and clock. What its address names and there is not answers 404: a
/// floor, a thing, a day, a page 0, a choice that is not offered. A page past the end of a list is its last one. Words that people type
/// are looked for as they are, and what is wrong with them is told at their field. What only fills a form beforehand is left empty.
/// </summary>
public abstract class PersonPage : PageModel
{
    protected Scope Scope => HttpContext.RequestServices.GetRequiredService<Scope>();

    public SignedIn Person => Scope.Actor;

    public TenantView Tenant => Scope.Tenant;

    public Formats Formats => Tenant.Formats;

    public DateOnly Today => Scope.Today;

    protected TimeProvider Clock => HttpContext.RequestServices.GetRequiredService<TimeProvider>();

    /// <summary>Sun 22 Nov, with the year when it is not this one.</summary>
    public string Day(DateOnly day) => Formats.Day(day, Today.Year);

    /// <summary>today 06:30, or Sun 22 Nov 06:30, on the tenant's clock; inside a sentence.</summary>
    public string Moment(DateTimeOffset instant) => $"{NearDay(instant) ?? DayOf(instant)} {TimeOf(instant)}";

    /// <summary>today at 06:30, or on Sun 22 Nov 06:30.</summary>
    public string AtMoment(DateTimeOffset instant) =>
        NearDay(instant) is { } near ? $"{near} at {TimeOf(instant)}" : $"on {DayOf(instant)} {TimeOf(instant)}";

    /// <summary>Today 06:30, or Sun 22 Nov 06:30, where a line begins with it.</summary>
    public string MomentAlone(DateTimeOffset instant)
    {
        var words = Moment(instant);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private string TimeOf(DateTimeOffset instant) => Formats.Time(Tenant.Local(instant));

    private string DayOf(DateTimeOffset instant) => Day(DateOnly.FromDateTime(Tenant.Local(instant).DateTime));

    private string? NearDay(DateTimeOffset instant) =>
        (Today.DayNumber - DateOnly.FromDateTime(Tenant.Local(instant).DateTime).DayNumber) switch
        {
            0 => "today",
            1 => "yesterday",
            _ => null,
        };

    /// <summary>What the next page says has happened; shown once.</summary>
    [TempData]
    public string? Toast { get; set; }

    /// <summary>Where what has happened leads on to: an address and its words, with a line break between.</summary>
    [TempData]
    public string? ToastLink { get; set; }

    /// <summary>A <see cref="ToastLink"/> to another page, or to the page of one thing.</summary>
    protected string ToastTo(string page, Guid? id, string words) =>
        $"{Url.Page(page, new { id, floor = Request.Query["floor"].FirstOrDefault() })}\n{words}";
}
