using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.SignIn.Sessions;

public sealed class SessionTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Password = "cardamom-and-ginger-9";

    [Fact]
    public async Task A_deactivated_person_is_out_at_the_next_request()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        await app.ChangeAsync(person, member => member.DeactivatedAt = TestClock.Beginning);
        await AssertOutAsync(visitor);
    }

    [Fact]
    public async Task A_new_role_counts_from_the_next_request_on()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        Assert.Equal(403, (await visitor.GetAsync("/expenses/record")).Status);
        await app.ChangeAsync(person, member => member.Role = Role.PantryHead);
        Assert.Equal(200, (await visitor.GetAsync("/expenses/record")).Status);
        await app.ChangeAsync(person, member => member.Role = Role.TeaManager);
        Assert.Equal(403, (await visitor.GetAsync("/expenses/record")).Status);
    }

    [Fact]
    public async Task A_new_floor_counts_from_the_next_request_on()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        Assert.Equal(200, (await visitor.GetAsync("/expenses?floor=1")).Status);
        var second = (await app.FloorAsync("North", 2)).Id;
        await app.ChangeAsync(person, member => member.FloorId = second);
        Assert.Equal(404, (await visitor.GetAsync("/expenses?floor=1")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/expenses?floor=2")).Status);
    }

    [Fact]
    public async Task An_ended_session_leads_to_the_sign_in_page()
    {
        var person = await app.AddSomebodyAsync();
        var here = await app.SignInAsync(person, fresh: true);
        var elsewhere = await app.SignInAsync(person, fresh: true);
        await (await here.GetAsync("/account/devices")).SubmitAsync(new() { ["Input.Password"] = Cast.Password });
        await AssertOutAsync(elsewhere);
        Assert.Equal(200, (await here.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Nobody_ends_somebody_elses_session()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        var id = await app.ReadAsync("North",
            db => db.Sessions.Where(session => session.Member!.Number == person.Number).Select(session => session.Id).SingleAsync());
        foreach (var other in (Person[])[Cast.Member, Cast.Admin, Cast.OtherTenantAdmin])
            await (await app.SignInAsync(other)).PostAsync(
                "/account/devices", new() { ["Input.Ids"] = id.ToString(), ["Input.Password"] = Cast.Password });
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Signing_out_deletes_the_row()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        Assert.Equal(1, await app.SessionsAsync(person));
        await (await visitor.GetAsync("/sign-out")).SubmitAsync([]);
        Assert.Equal(0, await app.SessionsAsync(person));
        await AssertOutAsync(visitor);
    }

    [Fact]
    public async Task A_shared_device_is_out_after_a_quarter_of_an_hour_of_quiet()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        for (var i = 0; i < 3; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(14.9));
            Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(15));
        await AssertOutAsync(visitor);
    }

    [Fact]
    public async Task Ones_own_device_is_out_after_two_weeks_of_quiet()
    {
        var visitor = await app.SignInOnOwnDeviceAsync(await app.AddSomebodyAsync());
        app.Clock.Advance(TimeSpan.FromDays(13.9));
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
        app.Clock.Advance(TimeSpan.FromDays(14));
        await AssertOutAsync(visitor);
    }

    [Fact]
    public async Task Everybody_signs_in_again_after_a_month_however_busy()
    {
        var visitor = await app.SignInOnOwnDeviceAsync(await app.AddSomebodyAsync());
        for (var day = 0; day < 29; day += 1)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
        }

        app.Clock.Advance(TimeSpan.FromDays(1));
        await AssertOutAsync(visitor);
    }

    [Fact]
    public async Task Lifetimes_are_the_tenants_own()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync("South"), fresh: true);
        await app.InTenantAsync("South", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            (await db.Tenants.SingleAsync()).SharedIdleMinutes = 60;
            await db.SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_changed_password_ends_all_other_sessions_and_keeps_this_one()
    {
        var person = await app.AddSomebodyAsync();
        var here = await app.SignInAsync(person, fresh: true);
        var elsewhere = await app.SignInAsync(person, fresh: true);
        var page = await here.GetAsync("/account/password");
        var answer = await page.SubmitAsync(
            new() { ["Input.Password"] = Cast.Password, ["Input.NewPassword"] = Password, ["Input.Repeated"] = Password });
        Assert.Equal(302, answer.Status);
        Assert.Equal(200, (await here.GetAsync("/account")).Status);
        await AssertOutAsync(elsewhere);
        Assert.Equal(200, (await app.TryAsync(person.Number, Cast.Password)).Status);
        Assert.Equal("/", (await app.TryAsync(person.Number, Password)).Location);
    }

    [Fact]
    public async Task A_dead_session_of_another_tenant_does_not_stand_in_the_way()
    {
        var north = await app.AddSomebodyAsync("North");
        var south = await app.AddSomebodyAsync("South");
        var device = await app.SignInAsync(north, fresh: true);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var answer = await (await device.GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = south.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/", answer.Location);
        Assert.Contains(south.Name, (await device.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    private static async Task AssertOutAsync(Visitor visitor) =>
        Assert.StartsWith("/sign-in?", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
}
