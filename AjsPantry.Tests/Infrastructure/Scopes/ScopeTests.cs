using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Scopes;

/// <summary>Who acts, of which tenant, and what they may.</summary>
public sealed class ScopeTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public Task A_handler_stops_who_lacks_the_right_whatever_the_page_forgot() => app.ActingAsync(Cast.Member, async services =>
    {
        var handler = services.GetRequiredService<ChangeDay.Handler>();
        return await Assert.ThrowsAsync<NotAllowedException>(() => handler.UndoAsync(Guid.NewGuid(), TestClock.Today, null, default));
    });

    [Fact]
    public async Task A_visitor_may_nothing_and_the_installation_what_it_does_by_itself()
    {
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(Cast.TenantId("North"));
        var visit = scope.ServiceProvider.GetRequiredService<Scope>();
        Assert.Throws<NotAllowedException>(() => visit.Demand(Permission.ViewHome));
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Night");
        visit.Demand(Permission.ManageTenant);
        Assert.Throws<InvalidOperationException>(() => visit.Actor);
    }

    [Fact]
    public Task The_tenant_is_the_one_whose_data_it_is() => app.ActingAsync(Cast.Admin, async services =>
    {
        var caller = services.GetRequiredService<Caller>();
        await using var theirs = app.Services.GetRequiredService<TenantScopes>().Open(Cast.TenantId("South"));
        theirs.ServiceProvider.GetRequiredService<Caller>().ActAs(caller.Person!, null);
        Assert.Equal(Cast.TenantId("South"), theirs.ServiceProvider.GetRequiredService<Scope>().Tenant.Id);
        Assert.Equal(Cast.TenantId("North"), services.GetRequiredService<Scope>().Tenant.Id);
        return true;
    });
}
