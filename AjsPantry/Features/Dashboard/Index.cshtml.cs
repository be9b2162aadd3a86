using AjsPantry.Features.Shared.Homes;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Dashboard;

/// <summary>
/// The home page. It answers by role: admins see all floors, operators are led to the platform, everybody else sees the own floor. What
/// it tells comes from the features; the page keeps the order.
/// </summary>
public sealed class HomeModel(
    FloorChoice choice, IEnumerable<IHomeCard> cards, IEnumerable<IFloorsCard> floorsCards, ReadCache cache) : PersonPage
{
    /// <summary>All floors; null for people of one.</summary>
    public FloorsHome? Floors { get; private set; }

    /// <summary>The own floor; null for people without one.</summary>
    public Home? Home { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Person.May(Permission.OperatePlatform))
            return RedirectToPage("/Platform/Index");
        if (Person.Floor is { } own)
            Home = await ReadAsync(own, cancellationToken);
        else if (await choice.ChooseAsync(Request.Query["floor"], cancellationToken) || !choice.IsOpen)
            Floors = await ReadAsync(choice.All, cancellationToken);
        else
            return NotFound();
        return Page();
    }

    private async Task<Home> ReadAsync(FloorView floor, CancellationToken cancellationToken)
    {
        var now = TimeOnly.FromDateTime(Tenant.Now(Clock).DateTime);
        var home = new Home(Person, floor, Today, now, cache) { Moment = Moment };
        foreach (var card in cards)
            await card.ReadAsync(home, cancellationToken);
        home.Cards.AddRange(RowsCard.Of(home.Rows));
        return home;
    }

    private async Task<FloorsHome> ReadAsync(IReadOnlyList<FloorView> floors, CancellationToken cancellationToken)
    {
        var home = new FloorsHome(Person, floors, Today, cache) { Moment = Moment };
        foreach (var card in floorsCards)
            await card.ReadAsync(home, cancellationToken);
        foreach (var card in floorsCards)
            home.ToDos.AddRange(card.ToDos(home));
        return home;
    }
}
