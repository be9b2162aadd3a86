using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account.SignIn;

/// <summary>On a database of its own, because it suspends a whole tenant.</summary>
public sealed class SuspendedTenantTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_suspended_tenants_people_are_out_at_once_and_only_the_right_password_is_told_why()
    {
        var inside = await app.SignInAsync(Cast.OtherTenantHead);
        Assert.Equal(200, (await inside.GetAsync("/account")).Status);
        await SuspendAsync("now()", "'Not paid'");
        Assert.StartsWith("/sign-in", (await inside.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Contains("suspended", (await app.TryAsync(Cast.OtherTenantHead.Number, Cast.Password)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "suspended", (await app.TryAsync(Cast.OtherTenantHead.Number, "not the password")).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await app.TryAsync(Cast.Head.Number, Cast.Password)).Location);
        await SuspendAsync("NULL", "NULL");
        Assert.Equal("/", (await app.TryAsync(Cast.OtherTenantHead.Number, Cast.Password)).Location);
    }

    private Task SuspendAsync(string at, string reason) => TestServer.ExecuteAsync(
        TestServer.AsSuperuser(app.Database),
        $"UPDATE tenants SET suspended_at = {at}, suspend_reason = {reason} WHERE id = '{Cast.TenantId("South")}'");
}
