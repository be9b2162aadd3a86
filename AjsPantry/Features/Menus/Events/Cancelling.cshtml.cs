using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Events;

public sealed class CancelEventModel(EventQuery query, CancelEvent handler) : EventPage(query)
{
    public IActionResult OnGet() => !MayManage ? Forbid() : Event.CancelledAt is null ? Page() : ToEvent();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayManage)
            return Forbid();
        if (!await handler.HandleAsync(Floor.Id, Id, cancellationToken))
            return NotFound();
        Toast = "The event is cancelled.";
        return ToEvent();
    }
}
