using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Inbox;

/// <summary>The person's inbox.</summary>
public sealed class InboxModel(InboxQuery query, ReadNotices read) : PersonPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? TypedPage { get; set; }

    public PageOf<NoticeView> Notices { get; private set; } = null!;

    public string Answer => Person.Unread switch
    {
        0 when Notices.Rows.Count == 0 => "Nothing for you yet",
        0 => "You have read everything",
        1 => "1 new notification",
        var count => $"{count} new notifications",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(TypedPage) is not { } number)
            return NotFound();
        Notices = await query.ReadAsync(number, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancellationToken)
    {
        await read.AllAsync(cancellationToken);
        return RedirectToPage("Index");
    }

    /// <summary>Today 09:14, or the day.</summary>
    public string When(DateTimeOffset at)
    {
        var local = Tenant.Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        return (Today.DayNumber - day.DayNumber) switch
        {
            0 => $"Today {Infrastructure.Web.Formats.Time(local)}",
            1 =>
            $"Yesterday {Infrastructure.Web.Formats.Time(local)}",
            _ => Day(day)
        };
    }
}
