using AjsPantry.Features.Menus.Board;
using AjsPantry.Infrastructure.Mail;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.CookNotices;

/// <summary>Who of a meal's cooks is told of it.</summary>
public sealed class NotifyCooksModel(
    WeekQuery query, CooksQuery cooks, NotifyChosenCooks.Handler handler, MailOutbox outbox) : MealPage(query)
{
    [BindProperty]
    public NotifyChosenCooks.Input Input { get; set; } = new();

    public bool SendsMail => outbox.IsOn;

    public IReadOnlyList<Cook> Cooks { get; private set; } = [];

    public void OnGet() => Input = new() { Cooks = [.. Cooks.Where(cook => cook.ToldAt is null).Select(cook => cook.Id)] };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = outcome.Value.People == 1 ? "1 person gets a notification." : $"{outcome.Value.People} people get a notification.";
        return ToPage("/Menus/Board/Meal", new { Id });
    }

    /// <summary>Nobody is told of what is past or off.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await base.FindAsync(cancellationToken) || Menu.CancelledAt is not null || Menu.Date < Today)
            return false;
        Cooks = await cooks.ReadAsync(Floor.Id, Menu, cancellationToken);
        return true;
    }
}
