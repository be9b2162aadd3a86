using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Infrastructure.SignIn.Sessions;

public sealed class SessionCookieTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Name = "__Host-pantry";

    [Fact]
    public async Task The_cookie_goes_to_this_host_only_and_no_script_reads_it()
    {
        var cookie = await CookieAsync(app, sharedDevice: true);
        var attributes = cookie.Split("; ").Skip(1).Select(part => part.ToLowerInvariant()).Order(StringComparer.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], attributes);
    }

    [Fact]
    public async Task On_ones_own_device_the_cookie_outlives_the_browser() =>
        Assert.Contains("expires=", await CookieAsync(app, sharedDevice: false), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task The_cookie_says_nothing_to_whoever_reads_it()
    {
        var value = Value(await CookieAsync(app, sharedDevice: true));
        Assert.InRange(value.Length, 100, 500);
        foreach (var known in (string[])[Cast.Head.Number, Cast.Head.Name, Cast.TenantId("North").ToString(),
            Cast.TenantId("North").ToString("N"), (await app.FindAsync(Cast.Head)).Id.ToString()])
            Assert.DoesNotContain(known, value, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(value, Value(await CookieAsync(app, sharedDevice: true)));
    }

    [Fact]
    public async Task The_cookie_as_it_was_given_signs_in() =>
        Assert.Equal(200, await StatusAsync(Value(await CookieAsync(app, sharedDevice: true))));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("chunks-3")]
    [InlineData("0190a00000007000800000000000000001.00")]
    [InlineData("%00%ff")]
    public async Task A_made_up_cookie_is_nobody(string value) => Assert.Equal(302, await StatusAsync(value));

    [Fact]
    public async Task A_changed_cookie_is_nobody()
    {
        var value = Value(await CookieAsync(app, sharedDevice: true)).ToCharArray();
        value[60] = value[60] == 'A' ? 'B' : 'A';
        Assert.Equal(302, await StatusAsync(new string(value)));
    }

    [Fact]
    public async Task A_cookie_of_another_installation_is_nobody()
    {
        await using var other = new LoneApp();
        await other.InitializeAsync();
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(other.Database), "DELETE FROM data_protection_keys");
        Assert.Equal(302, await StatusAsync(Value(await CookieAsync(other, sharedDevice: true))));
    }

    [Fact]
    public async Task The_database_keeps_no_key_that_would_sign_in()
    {
        await CookieAsync(app, sharedDevice: true);
        var lengths = await TestServer.ScalarAsync<int>(
            TestServer.AsSuperuser(app.Database), "SELECT DISTINCT octet_length(key_hash) FROM sessions");
        Assert.Equal(32, lengths);
    }

    private async Task<int> StatusAsync(string cookie) => (await app.VisitWith($"{Name}={cookie}").GetAsync("/account")).Status;

    private static async Task<string> CookieAsync(PantryApp app, bool sharedDevice)
    {
        var page = await app.Visit().GetAsync("/sign-in");
        var answer = await page.SubmitAsync(
            new()
            {
                ["Input.Name"] = Cast.Head.Number,
                ["Input.Password"] = Cast.Password,
                ["Input.SharedDevice"] = sharedDevice ? "true" : "false"
            });
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Name + "=", StringComparison.Ordinal));
    }

    private static string Value(string cookie) => cookie.Split(';')[0][(Name.Length + 1)..];
}
