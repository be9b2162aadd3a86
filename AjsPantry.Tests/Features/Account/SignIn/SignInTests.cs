using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account.SignIn;

public sealed class SignInTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Everybody_signs_in_through_one_door()
    {
        foreach (var person in Cast.All)
        {
            var home = await (await app.SignInAsync(person)).GetAsync("/account");
            Assert.Equal(200, home.Status);
            Assert.Contains(person.Name, home.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_what_was_typed_stays()
    {
        var page = await app.Visit().GetAsync("/sign-in");
        var answer = await page.SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = "not the password" });
        Assert.Equal(200, answer.Status);
        Assert.Contains("Wrong number or password", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Cast.Head.Number, answer.Value("Input.Name"));
    }

    [Theory]
    [InlineData("N1-head")]
    [InlineData("n1-HEAD")]
    [InlineData("  N1-head ")]
    [InlineData("N1-Head@North.Example")]
    [InlineData("North/N1-head")]
    [InlineData("\uFF2E\uFF11\u2011head\u200B")]
    [InlineData("N1 - head")]
    [InlineData("north / N1\u2212head")]
    public async Task Number_and_address_are_taken_in_any_case(string name) =>
        Assert.Equal("/", (await app.TryAsync(name, Cast.Password)).Location);

    [Fact]
    public async Task A_number_behind_another_residences_code_is_nobody() =>
        Assert.Contains("Wrong number or password", (await app.TryAsync("south/N1-head", Cast.Password)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("\uFFFF' OR 1=1 --")]
    [InlineData("%")]
    public async Task A_name_that_nobody_has_is_refused_in_words(string name)
    {
        var answer = await app.TryAsync(name, "not the password");
        Assert.Equal(200, answer.Status);
        Assert.Contains("Wrong number or password", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_no_text_can_be_is_not_read() =>
        Assert.Equal(400, (await app.TryAsync("N1-head\0", Cast.Password)).Status);

    [Fact]
    public async Task The_password_never_comes_back()
    {
        var answer = await app.TryAsync(Cast.Head.Number, "not the password");
        Assert.DoesNotContain("not the password", answer.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_is_asked_for()
    {
        var answer = await app.TryAsync("", "");
        Assert.Equal(["Input_Name: Write your member number or email.", "Input_Password: Write your password."], answer.Errors);
    }

    [Fact]
    public async Task Wrong_passwords_lock_nobodys_account()
    {
        var person = await app.AddSomebodyAsync();
        for (var i = 0; i < 12; i++)
            Assert.Equal(200, (await app.TryAsync(person.Number, "not the password")).Status);
        Assert.Equal("/", (await app.TryAsync(person.Number, Cast.Password)).Location);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36", "?0", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/143.0 Mobile Safari/537.36", null, false)]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1", null, false)]
    [InlineData("Something else", "?1", false)]
    public async Task A_phone_is_taken_for_its_owners_and_a_computer_for_everybodys(string? browser, string? hint, bool isShared)
    {
        var visitor = app.Visit();
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("Sec-CH-UA-Mobile", hint);
        var box = (AngleSharp.Html.Dom.IHtmlInputElement)(await visitor.GetAsync("/sign-in")).Document
            .QuerySelector("#Input_SharedDevice")!;
        Assert.Equal(isShared, box.IsChecked);
    }

    [Fact]
    public async Task Only_the_right_password_is_told_that_the_account_is_off()
    {
        var person = await app.AddSomebodyAsync();
        await app.ChangeAsync(person, member => member.DeactivatedAt = TestClock.Beginning);
        Assert.Contains("deactivated", (await app.TryAsync(person.Number, Cast.Password)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("deactivated", (await app.TryAsync(person.Number, "not the password")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.SessionsAsync(person));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string elsewhere)
    {
        var answer = await app.TryAsync(Cast.Head.Number, Cast.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
        Assert.Equal("/", answer.Location);
        var again = await (await app.SignInAsync(Cast.Head)).GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
        Assert.Equal("/", again.Location);
    }

    [Theory]
    [InlineData("/menus?q=\u0915\u0940&x=1", "/menus?q=%E0%A4%95%E0%A5%80&x=1")]
    [InlineData("/m\u00E9nus#\u00E9", "/m%C3%A9nus#%C3%A9")]
    [InlineData("/\u00E9//evil.example", "/%C3%A9//evil.example")]
    [InlineData("/a/..//evil.example", "/")]
    public async Task An_address_of_other_letters_goes_into_the_header_in_plain_ones(string wanted, string plain)
    {
        Assert.Equal(
            plain, (await app.TryAsync(Cast.Head.Number, Cast.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(wanted))).Location);
        Assert.Equal(
            plain, (await (await app.SignInAsync(Cast.Head)).GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(wanted))).Location);
    }

    [Fact]
    public async Task After_signing_in_one_lands_where_one_wanted_to_go()
    {
        var visitor = app.Visit();
        var turnedAway = await visitor.GetAsync("/expenses?month=2026-02");
        Assert.Equal(302, turnedAway.Status);
        var answer = await (await turnedAway.FollowAsync())
            .SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/expenses?month=2026-02", answer.Location);
    }

    [Fact]
    public async Task Who_is_signed_in_stays_who_they_are()
    {
        var member = await app.AddSomebodyAsync();
        var head = await app.AddSomebodyAsync(role: AjsPantry.Infrastructure.Rights.Role.PantryHead);
        var visitor = await app.SignInAsync(member, fresh: true);
        var answer = await visitor.PostAsync("/sign-in", new() { ["Input.Name"] = head.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/", answer.Location);
        Assert.Contains(member.Name, (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.SessionsAsync(head));
    }
}
