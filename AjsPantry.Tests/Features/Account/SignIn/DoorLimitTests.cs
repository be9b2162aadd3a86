using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.Web;

namespace AjsPantry.Tests.Features.Account.SignIn;

/// <summary>Every door counts its tries. The clock is moved on before each test, so that none begins with another's counts.</summary>
public sealed class DoorLimitTests : IClassFixture<DoorLimitTests.LimitedApp>
{
    private readonly LimitedApp _app;

    public DoorLimitTests(LimitedApp app)
    {
        _app = app;
        app.Clock.Advance(TimeSpan.FromHours(25));
    }

    [Fact]
    public async Task A_name_that_was_tried_often_has_to_wait_and_is_told_how_long()
    {
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await _app.TryAsync("limited", "wrong")).Status);
        var answer = await _app.TryAsync(" LIMITED ", "wrong");
        FriendlyPagesTests.AssertFriendly(answer, 429, "Too many tries");
        Assert.Contains("Wait a minute, then try again.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("60", answer.Headers.RetryAfter?.ToString());
        // The same name in another form of writing is no other name.
        Assert.Equal(429, (await _app.TryAsync("\uFF2Cimi ted\u200B", "wrong")).Status);
        Assert.Equal(200, (await _app.TryAsync("another", "wrong")).Status);
    }

    [Fact]
    public async Task After_an_hours_tries_the_wait_is_longer()
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (tries % 8 == 0)
                _app.Clock.Advance(TimeSpan.FromMinutes(1));
            await _app.TryAsync("patient", "wrong");
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("Wait 57 minutes", (await _app.TryAsync("patient", "wrong")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0316\u0301")]
    public async Task What_can_be_no_sign_in_counts_all_the_same(string part)
    {
        var name = string.Concat(Enumerable.Repeat(part, 5000));
        for (var tries = 0; tries < 30; tries++)
            Assert.Equal(200, (await _app.TryAsync(name, "")).Status);
        Assert.Equal(429, (await _app.TryAsync(name, "")).Status);
    }

    /// <summary>Else anybody could ask through which names two residences know.</summary>
    [Fact]
    public async Task Asking_which_residence_costs_a_try()
    {
        foreach (var tenant in (string[])["North", "South"])
            await _app.AddSomebodyAsync(tenant, number: "DL-both");
        for (var tries = 0; tries < 30; tries++)
            Assert.Contains("Which residence?", (await _app.TryAsync("DL-both", "wrong")).Text, StringComparison.Ordinal);
        Assert.Equal(429, (await _app.TryAsync("DL-both", "wrong")).Status);
    }

    [Fact]
    public async Task Right_passwords_are_not_counted()
    {
        var person = await _app.AddSomebodyAsync();
        for (var times = 0; times < 35; times++)
            Assert.Equal("/", (await _app.TryAsync(person.Number, Cast.Password)).Location);
    }

    [Fact]
    public async Task Who_forgot_may_ask_eight_times_a_minute()
    {
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await ForgetAsync()).Status);
        Assert.Equal(429, (await ForgetAsync()).Status);
    }

    [Fact]
    public async Task Whoever_guesses_calendar_links_has_to_wait_and_programs_with_a_good_one_do_not()
    {
        var made = await (await (await _app.SignInAsync(Cast.Member, fresh: true)).GetAsync("/calendar/feed")).SubmitAsync([]);
        var link = new Uri(made.Document.QuerySelector("#link")!.TextContent.Trim()).PathAndQuery;
        for (var times = 0; times < 35; times++)
            Assert.Equal(200, (await _app.Visit().GetAsync(link)).Status);
        for (var tries = 0; tries < 30; tries++)
            Assert.Equal(404, (await _app.Visit().GetAsync($"/calendar/feed/{tries}.ics")).Status);
        Assert.Equal(429, (await _app.Visit().GetAsync("/calendar/feed/x.ics")).Status);
    }

    [Fact]
    public async Task A_link_takes_eight_passwords_a_minute()
    {
        var page = await _app.Visit().GetAsync((await _app.InviteAsync("DL-1")).Path);
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await page.SubmitAsync(new() { ["Input.Name"] = "Me", ["Input.Password"] = "short" })).Status);
        Assert.Equal(429, (await page.SubmitAsync(new() { ["Input.Name"] = "Me", ["Input.Password"] = "short" })).Status);
    }

    [Fact]
    public async Task A_network_address_may_guess_few_links_and_open_as_many_as_it_has()
    {
        var link = await _app.InviteAsync("DL-2");
        for (var times = 0; times < 35; times++)
            Assert.Equal(200, (await _app.Visit().GetAsync(link.Path)).Status);
        for (var tries = 0; tries < 30; tries++)
            Assert.Equal(404, (await _app.Visit().GetAsync($"/join/{Guid.NewGuid():N}.{tries}")).Status);
        Assert.Equal(429, (await _app.Visit().GetAsync($"/join/{Guid.NewGuid():N}.guess")).Status);
    }

    [Fact]
    public async Task Recovery_codes_are_counted_too()
    {
        var person = await _app.AddSomebodyAsync();
        await _app.ChangeAsync(person, member => member.TwoFactorEnabled = true);
        var visitor = _app.Visit();
        await (await visitor.GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password });
        var page = await visitor.GetAsync("/sign-in/recovery-code");
        // What was left empty is no try, at neither question.
        var code = await visitor.GetAsync("/sign-in/code");
        for (var times = 0; times < 9; times++)
        {
            Assert.Equal(
                ["Input_Code: Write one of your recovery codes."], (await page.SubmitAsync(new() { ["Input.Code"] = " " })).Errors);
            Assert.Equal(
                ["Input_Code: Write the six digits from your app."], (await code.SubmitAsync(new() { ["Input.Code"] = "" })).Errors);
        }

        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await page.SubmitAsync(new() { ["Input.Code"] = "guess" })).Status);
        FriendlyPagesTests.AssertFriendly(await page.SubmitAsync(new() { ["Input.Code"] = "guess" }), 429, "Too many tries");
    }

    [Fact]
    public async Task An_open_session_is_no_place_to_guess_the_password()
    {
        var visitor = await _app.SignInAsync(await _app.AddSomebodyAsync(), fresh: true);
        var page = await visitor.GetAsync("/account/password");
        Dictionary<string, string> Typed(string old) =>
            new() { ["Input.Password"] = old, ["Input.NewPassword"] = "kettle-window-cloud", ["Input.Repeated"] = "kettle-window-cloud" };
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await page.SubmitAsync(Typed("guess"))).Status);
        var refused = await page.SubmitAsync(Typed(Cast.Password));
        Assert.Equal("Input_Password: Too many wrong passwords. Wait a minute, then try again.", Assert.Single(refused.Errors));
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(302, (await page.SubmitAsync(Typed(Cast.Password))).Status);
    }

    /// <summary>Binding takes the password from the address and under other names too; it is counted all the same.</summary>
    [Theory]
    [InlineData("/account/two-step/off?Input.Password=", null)]
    [InlineData("/account/two-step/off", "Input[Password]")]
    [InlineData("/account/two-step/off", "input.password")]
    [InlineData("/account/two-step/off", "Password")]
    [InlineData("/account/devices?Input.Ids=0190a000-0000-7000-8000-000000000001", "Input.Password")]
    public async Task Nor_by_any_other_way_to_send_it(string address, string? field)
    {
        var visitor = await _app.SignInAsync(await _app.AddSomebodyAsync(), fresh: true);
        Task<WebPage> TryAsync(string password) =>
            visitor.PostAsync(field is null ? address + password : address, field is null ? [] : new() { [field] = password });
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await TryAsync("guess")).Status);
        Assert.Contains("Too many wrong passwords.", (await TryAsync(Cast.Password)).Text, StringComparison.Ordinal);
    }

    private async Task<WebPage> ForgetAsync() =>
        await (await _app.Visit().GetAsync("/forgot")).SubmitAsync(new() { ["Input.Name"] = "limited" });

    public sealed class LimitedApp : MailApp
    {
        protected override bool IsShared => false;

        protected override IReadOnlyDictionary<string, string> Settings(string database) =>
            new Dictionary<string, string>(base.Settings(database))
            {
                ["SignIn:TriesPerMinute"] = "30",
                ["SignIn:TriesPerHour"] = "200",
                ["SignIn:AccountTriesPerMinute"] = "8",
                ["SignIn:AccountTriesPerHour"] = "20",
            };
    }
}
