using System.Text.Json;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account;

public sealed class AccountPageTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("/account")]
    [InlineData("/account/profile")]
    [InlineData("/account/export")]
    [InlineData("/account/still-here")]
    public async Task Strangers_are_led_to_sign_in_and_everybody_has_the_page(string path)
    {
        Assert.StartsWith("/sign-in?returnUrl=", (await app.Visit().GetAsync(path)).Location, StringComparison.Ordinal);
        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin, Cast.Operator])
            Assert.Equal(path == "/account/still-here" ? 302 : 200, (await (await app.SignInAsync(person)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_look_is_chosen_with_one_tap_and_by_a_button_without_a_script()
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/account");
        Assert.NotNull(page.Document.QuerySelector("form[data-send-on-change][action*=Theme] .seg + button"));
        Assert.NotNull(page.Document.QuerySelector("script[src*='send-on-change']"));
        Assert.Equal("dark",
            (await (await page.SubmitAsync(new() { ["theme"] = "Dark" })).FollowAsync()).Document.DocumentElement
                .GetAttribute("data-theme"));
    }

    [Fact]
    public async Task People_change_their_name_and_number_and_nothing_else()
    {
        var visitor = await app.SignInAsync(Cast.TeaManager);
        Assert.Contains("You have no phone number here", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
        var page = await visitor.GetAsync("/account/profile");
        Assert.Contains(Cast.TeaManager.Email, page.Text, StringComparison.Ordinal);
        var answer = await page.SubmitAsync(
            new()
            {
                ["Input.Name"] = "Tea for two",
                ["Input.Phone"] = "+91 98765 43210",
                ["Input.Role"] = "Admin",
                ["Role"] = "Admin",
                ["Number"] = "1"
            });
        Assert.Equal("Your profile is saved.", (await answer.FollowAsync()).Toast);
        var saved = await app.ReadAsync(
            "North", db => Task.FromResult(db.Members.Single(member => member.Number == Cast.TeaManager.Number)));
        Assert.Equal(("Tea for two", "+91 98765 43210", Role.TeaManager), (saved.Name, saved.PhoneNumber, saved.Role));
        Assert.DoesNotContain("You have no phone number here", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Input_Name: Write the name that others here know.")]
    [InlineData("Me", "call me", "Input_Phone: Write the phone number in digits, 30 characters at most, or leave it empty.")]
    [InlineData("Me", "1", "Input_Phone: Write the phone number in digits, 30 characters at most, or leave it empty.")]
    public async Task What_cannot_be_is_said_at_the_field_and_stays(string name, string phone, string error)
    {
        var answer = await (await (await app.SignInAsync(Cast.Member)).GetAsync("/account/profile"))
            .SubmitAsync(new() { ["Input.Name"] = name, ["Input.Phone"] = phone });
        Assert.Equal([error], answer.Errors);
        Assert.Equal((name, phone), (answer.Value("Input.Name"), answer.Value("Input.Phone")));
    }

    [Fact]
    public async Task People_take_their_own_data_along_and_nobody_elses()
    {
        await (await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/record")).SubmitAsync(new()
        {
            ["Input.Number"] = "MINE-1",
            ["Input.Shop"] = "Corner shop",
            ["Input.Lines[0].Item"] = "Milk",
            ["Input.Lines[0].Quantity"] = "1",
            ["Input.Lines[0].Unit"] = "ltr",
            ["Input.Lines[0].Amount"] = "64",
        });
        var answer = await (await app.SignInAsync(Cast.Head)).GetAsync("/account/export");
        Assert.StartsWith("attachment; filename=pantry-data-N1-head.json", answer.Content.Headers.ContentDisposition!.ToString(),
            StringComparison.Ordinal);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var data = JsonDocument.Parse(text);
        Assert.Equal(
            ["madeAt", "residence", "number", "role", "floor", "profile", "sessions", "signIns", "invitations", "changesToMe",
                "changesByMe", "ratings", "ideas", "votesForIdeas", "comments", "fines", "notices", "whatIAmTold", "requests", "tea",
                "bills"],
            data.RootElement.EnumerateObject().Select(section => section.Name));
        Assert.Equal(Cast.Head.Number, data.RootElement.GetProperty("number").GetString());
        Assert.Equal("MINE-1", data.RootElement.GetProperty("bills")[0].GetProperty("number").GetString());
        Assert.NotEqual(0, data.RootElement.GetProperty("sessions").GetArrayLength());
        Assert.Contains("Bill", text, StringComparison.Ordinal);
        Assert.DoesNotContain("asswordHash\": \"A", text, StringComparison.Ordinal);
        Assert.DoesNotContain("keyHash\"", text, StringComparison.Ordinal);
        using var others = JsonDocument.Parse(
            await (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync("/account/export")).Content
                .ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, others.RootElement.GetProperty("bills").GetArrayLength());
    }

    [Fact]
    public async Task An_admins_export_holds_no_values_of_other_people()
    {
        var person = await app.AddSomebodyAsync();
        var admin = await app.SignInAsync(Cast.Admin);
        var edit = await admin.GetAsync($"/people/{(await app.FindAsync(person)).Id}/edit");
        Assert.Equal(302, (await edit.SubmitAsync(new() { ["Input.Phone"] = "+91 22 5550 1234" })).Status);
        var text = await (await admin.GetAsync("/account/export")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("changesByMe", text, StringComparison.Ordinal);
        Assert.DoesNotContain("5550 1234", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_for_a_phone_number_may_say_not_now()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        var home = await visitor.GetAsync("/");
        Assert.Contains("You have no phone number here", home.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await home.SubmitAsync([], "form[action*=Later]")).Location);
        Assert.DoesNotContain("You have no phone number here", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_says_who_sees_it()
    {
        var said = new Dictionary<Person, string>
        {
            [Cast.Member] = "Everybody on your floor sees them.",
            [Cast.Admin] = "The admins of your residence see them.",
            [Cast.Operator] = "The audit trail shows your name.",
        };
        foreach (var (person, words) in said)
            Assert.Contains(words, (await (await app.SignInAsync(person)).GetAsync("/account/profile")).Text, StringComparison.Ordinal);
    }
}
