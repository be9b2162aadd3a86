using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;

namespace AjsPantry.Tests.Features.Account.Password;

public sealed class ChangePasswordTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Password = "kettle-window-cloud";
    private const string Advice = "Three or four unrelated words make a good one.";

    [Fact]
    public async Task What_cannot_be_is_said_at_its_field()
    {
        var page = await (await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true)).GetAsync("/account/password");
        (string Old, string New, string Again, string Error)[] mistakes =
        [
            ("", Password, Password, "Input_Password: Write your current password."),
            ("wrong", Password, Password, "Input_Password: That is not your current password."),
            (Cast.Password, "", "", "Input_NewPassword: Choose a password of 12 characters or more."),
            (Cast.Password, "short", "short", $"Input_NewPassword: Write 12 characters or more. {Advice}"),
            (Cast.Password, "manchesterunited", "manchesterunited", $"Input_NewPassword: That password is easy to guess. {Advice}"),
            (Cast.Password, Cast.Password, Cast.Password, "Input_NewPassword: This is the password you have now. Choose another one."),
            (Cast.Password, Password, Password + "s", "Input_Repeated: The two new passwords are different. Write the same one twice."),
            (Cast.Password, new('é', 201), new('é', 201), "Input_NewPassword: Use 200 characters at most."),
        ];
        foreach (var (old, chosen, again, error) in mistakes)
        {
            var form = new Dictionary<string,
                string>
            { ["Input.Password"] = old, ["Input.NewPassword"] = chosen, ["Input.Repeated"] = again };
            Assert.Equal([error], (await page.SubmitAsync(form)).Errors);
        }

        // The same words at two fields are told apart.
        var both = await page.SubmitAsync(
            new() { ["Input.Password"] = new('x', 201), ["Input.NewPassword"] = new('x', 201), ["Input.Repeated"] = new('x', 201) });
        Assert.Equal(["Current password: Use 200 characters at most.", "New password: Use 200 characters at most."], both.Summary);
    }

    [Fact]
    public async Task The_same_letters_in_another_form_are_the_same_password()
    {
        var person = await app.AddSomebodyAsync(password: "caf\u00E9-window-cloud");
        var visitor = app.Visit();
        await (await visitor.GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = "caf\u00E9-window-cloud" });
        var form = new Dictionary<string,
            string>
        {
            ["Input.Password"] = "caf\u00E9-window-cloud",
            ["Input.NewPassword"] = "cafe\u0301-window-cloud",
            ["Input.Repeated"] = "cafe\u0301-window-cloud"
        };
        Assert.Equal(["Input_NewPassword: This is the password you have now. Choose another one."],
            (await (await visitor.GetAsync("/account/password")).SubmitAsync(form)).Errors);
    }

    [Fact]
    public async Task The_person_is_told_by_email_and_in_the_inbox()
    {
        var person = await app.AddSomebodyAsync();
        await ChangeAsync(await app.SignInAsync(person, fresh: true));
        Assert.StartsWith("Your password was changed: ", Assert.Single(await app.ToldAsync(person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_used_a_link_is_told_too()
    {
        var person = await app.AddSomebodyAsync();
        var link = await app.Visit().GetAsync((await app.LinkAsync("North", person.Number)).Path);
        await link.SubmitAsync(new() { ["Input.Password"] = Password });
        Assert.Contains("A link was used to choose it.", Assert.Single(await app.ToldAsync(person)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 404)]
    [InlineData(false, 200)]
    public async Task The_calendar_link_ends_too_if_one_likes(bool ends, int status)
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        Assert.Null((await visitor.GetAsync("/account/password")).Document.QuerySelector("[name='Input.EndCalendarLink']"));
        var made = await (await visitor.GetAsync("/calendar/feed")).SubmitAsync([]);
        var link = new Uri(made.Document.QuerySelector("#link")!.TextContent.Trim()).AbsolutePath;
        Assert.Equal(200, (await app.Visit().GetAsync(link)).Status);
        await ChangeAsync(visitor, ends);
        Assert.Equal(status, (await app.Visit().GetAsync(link)).Status);
    }

    [Fact]
    public async Task Only_ones_own_other_devices_are_signed_out_with_the_password()
    {
        var person = await app.AddSomebodyAsync();
        var other = await app.AddSomebodyAsync();
        var here = await app.SignInAsync(person, fresh: true);
        var elsewhere = await app.SignInAsync(person, fresh: true);
        var theirs = await app.SignInAsync(other, fresh: true);
        var page = await here.GetAsync("/account/devices");
        Assert.Single(page.Document.QuerySelectorAll("[name='Input.Ids']"));

        Task<WebPage> Submit(string password) => page.SubmitAsync(new() { ["Input.Password"] = password });
        Assert.Equal(["Input_Password: That is not your current password."], (await Submit("wrong")).Errors);
        Assert.Equal(["Input_Password: Write your current password."], (await Submit("")).Errors);
        var nobody = await here.PostAsync("/account/devices", new() { ["Input.Password"] = Cast.Password });
        Assert.Equal(["Input_Ids: Choose a device to sign out."], nobody.Errors);

        Assert.Equal(200, (await elsewhere.GetAsync("/account")).Status);
        Assert.Equal("That device is signed out.", (await (await Submit(Cast.Password)).FollowAsync()).Toast);
        Assert.Equal(200, (await here.GetAsync("/account")).Status);
        Assert.Equal(302, (await elsewhere.GetAsync("/account")).Status);
        Assert.Equal(200, (await theirs.GetAsync("/account")).Status);
    }

    private static async Task ChangeAsync(Visitor visitor, bool endsLink = false)
    {
        var page = await visitor.GetAsync("/account/password");
        var answer = await page.SubmitAsync(new()
        {
            ["Input.Password"] = Cast.Password,
            ["Input.NewPassword"] = Password,
            ["Input.Repeated"] = Password,
            ["Input.EndCalendarLink"] = endsLink ? "true" : "false",
        });
        Assert.Equal("Your password is changed. Your other devices are signed out.", (await answer.FollowAsync()).Toast);
    }
}
