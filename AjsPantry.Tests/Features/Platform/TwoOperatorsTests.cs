using AjsPantry.Features.Platform.Tenants;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Platform;

/// <summary>Operators who act on one residence in the same moment, and those who are refused.</summary>
public sealed class TwoOperatorsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Guid South = Cast.TenantId("South");

    private static readonly string Held = $"SELECT FROM tenants WHERE id = '{South}' FOR NO KEY UPDATE";

    [Fact]
    public async Task Two_who_suspend_at_once_leave_one_reason_in_every_place()
    {
        await app.WhileHeldAsync(Held, () => SuspendAsync("Rent is due"), () => SuspendAsync("Repairs"));
        var tenant = await app.ReadAsync("South", db => db.Tenants.SingleAsync());
        Assert.Equal(tenant.SuspendReason, Assert.Single(await TrailAsync("Platform")).Reason);
        Assert.Equal(tenant.SuspendReason, Assert.Single(await TrailAsync("South")).Reason);
    }

    [Fact]
    public async Task Two_who_restore_at_once_leave_one_entry_in_each_trail()
    {
        await SuspendAsync("Rent is due");
        await app.WhileHeldAsync(Held, RestoreAsync, RestoreAsync);
        Assert.Null((await app.ReadAsync("South", db => db.Tenants.SingleAsync())).SuspendedAt);
        foreach (var tenant in (string[])["Platform", "South"])
            Assert.Equal(2, (await TrailAsync(tenant)).Count);
    }

    [Fact]
    public async Task One_who_suspends_while_another_restores_is_heard_before_or_after_and_never_in_between()
    {
        await SuspendAsync("Rent is due");
        await app.WhileHeldAsync(Held, RestoreAsync, () => SuspendAsync("Repairs"));
        var tenant = await app.ReadAsync("South", db => db.Tenants.SingleAsync());
        Assert.Contains(tenant.SuspendReason, (string?[])[null, "Repairs"]);
        // A suspension that came first had nothing to do, and the one that came second is the last entry.
        foreach (var trail in (string[])["Platform", "South"])
            Assert.Equal(tenant.SuspendReason is null ? 2 : 3, (await TrailAsync(trail)).Count);
    }

    [Fact]
    public async Task Two_who_make_a_new_link_at_once_leave_one_that_works()
    {
        var id = await ProvisionAsync("gulshan");
        var held = $"SELECT FROM invitations WHERE tenant_id = '{id}' FOR UPDATE";
        var outcomes = await app.WhileHeldAsync(held, () => LinkAsync(id), () => LinkAsync(id));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        var opened = await Task.WhenAll(outcomes.Select(outcome => app.Visit().GetAsync(outcome.Value!.Path)));
        Assert.Equal([200, 404], opened.Select(page => page.Status).Order());
    }

    [Fact]
    public async Task Whoever_joins_while_an_operator_makes_a_new_link_is_the_only_one_let_in()
    {
        var id = await ProvisionAsync("joining");
        var join = $"""
            UPDATE invitations SET used_at = '2026-03-15T09:00:00Z' WHERE tenant_id = '{id}';
            UPDATE members SET password_hash = 'chosen' WHERE tenant_id = '{id}'
            """;
        var outcome = Assert.Single(await app.WhileHeldAsync(join, () => LinkAsync(id)));
        Assert.Equal(
            [new("",
                "An admin has joined. The residence now makes its own links. When it needs your help, an admin asks for a link there first.")], outcome.Messages);
        var links = $"SELECT count(*) FROM invitations WHERE tenant_id = '{id}'";
        Assert.Equal(1, await TestServer.ScalarAsync<long>(TestServer.AsOps(app.Database), links));
    }

    [Fact]
    public async Task Where_nobody_is_left_to_join_there_is_no_link()
    {
        var id = await ProvisionAsync("nobody");
        await TestServer.WriteAsync(app.Database, $"UPDATE members SET deactivated_at = '2026-03-15T09:00:00Z' WHERE tenant_id = '{id}'");
        var visitor = await app.SignInAsync(Cast.Operator);
        Assert.Equal($"/platform/tenants/{id}", (await visitor.GetAsync($"/platform/tenants/{id}/link")).Location);
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(302, (await visitor.PostAsync($"/platform/tenants/{id}/link")).Status);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_reason_is_words_and_not_too_many()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync($"/platform/tenants/{South}/suspend");
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(
            ["Input_Reason: Write the reason. The people of the residence can read it."],
            (await page.SubmitAsync(new() { ["Input.Reason"] = "\u200b" })).Errors);
        var tooLong = await page.SubmitAsync(new() { ["Input.Reason"] = new string('x', 301) });
        Assert.Equal(["Input_Reason: That is 301 characters. Use 300 at most."], tooLong.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Who_comes_second_with_an_open_form_changes_nothing()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var address = $"/platform/tenants/{South}";
        var first = await visitor.GetAsync($"{address}/suspend");
        var second = await visitor.GetAsync($"{address}/suspend");
        await first.SubmitAsync(new() { ["Input.Reason"] = "Rent is due" });
        var suspended = await Rows.ReadAsync(app.Database);
        Assert.Equal(address, (await second.SubmitAsync(new() { ["Input.Reason"] = "Repairs" })).Location);
        Assert.Empty(await suspended.ChangesAsync());
        Assert.Equal(address, (await visitor.GetAsync($"{address}/suspend")).Location);

        var one = await visitor.GetAsync($"{address}/restore");
        var other = await visitor.GetAsync($"{address}/restore");
        await one.SubmitAsync([]);
        var open = await Rows.ReadAsync(app.Database);
        Assert.Equal(address, (await other.SubmitAsync([])).Location);
        Assert.Empty(await open.ChangesAsync());
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("restore")]
    [InlineData("link")]
    public async Task What_is_no_residence_and_who_is_no_operator_is_refused(string act)
    {
        var admin = await app.SignInAsync(Cast.Admin);
        var visitor = await app.SignInAsync(Cast.Operator);
        var before = await Rows.ReadAsync(app.Database);
        Dictionary<string, string> typed = new() { ["Input.Reason"] = "Rent is due" };
        foreach (var id in (Guid[])[Cast.TenantId("Platform"), new("0190a000-0000-7000-8000-0000000000ff")])
            Assert.Equal(404, (await visitor.PostAsync($"/platform/tenants/{id}/{act}", typed)).Status);
        Assert.Equal(403, (await admin.PostAsync($"/platform/tenants/{Cast.TenantId("North")}/{act}", typed)).Status);
        Assert.Empty(await before.ChangesAsync());
    }

    private Task<Outcome<Tenant>> SuspendAsync(string reason) =>
        app.ActingAsync(
            Cast.Operator,
            services => services.GetRequiredService<SuspendTenant.Handler>().HandleAsync(South, reason, CancellationToken.None));

    private Task<Outcome<Tenant>> RestoreAsync() =>
        app.ActingAsync(Cast.Operator, services => services.GetRequiredService<RestoreTenant>().HandleAsync(South, CancellationToken.None));

    private Task<Outcome<InvitationLink>> LinkAsync(Guid id) =>
        app.ActingAsync(
            Cast.Operator,
            services => services.GetRequiredService<FirstAdminLink>().HandleAsync(id, byHand: true, seen: null, CancellationToken.None));

    private async Task<Guid> ProvisionAsync(string code)
    {
        ProvisionTenant.Input input = new() { Name = "Gulshan", Code = code, Floors = "1", AdminNumber = "7001", AdminName = "First" };
        var made = await app.ActingAsync(
            Cast.Operator, services => services.GetRequiredService<ProvisionTenant.Handler>().HandleAsync(input, CancellationToken.None));
        return made.Value!.TenantId;
    }

    /// <summary>What a tenant's trail says of the residence.</summary>
    private Task<List<AuditEntry>> TrailAsync(string tenant) =>
        app.ReadAsync(tenant, db => db.AuditEntries.Where(entry => entry.ThingId == South && entry.Kind == "Changed").ToListAsync());
}
