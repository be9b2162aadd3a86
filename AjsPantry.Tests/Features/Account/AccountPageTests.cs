using System.Text.Json;
using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account;

public sealed class AccountPageTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("/account")]
    [InlineData("/account/profile")]
    [InlineData("/account/password")]
    [InlineData("/account/second-factor")]
    [InlineData("/account/export")]
    [InlineData("/account/still-here")]
    public async Task Strangers_are_led_to_sign_in_and_everybody_has_the_page(string path)
    {
        Assert.StartsWith("/sign-in?returnUrl=", (await app.Visit().GetAsync(path)).Location, StringComparison.Ordinal);
        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin, Cast.Operator])
            Assert.Equal(path == "/account/still-here" ? 302 : 200, (await (await app.SignInAsync(person)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task People_change_their_name_and_number_and_nothing_else()
    {
        var visitor = await app.SignInAsync(Cast.TeaManager);
        Assert.Contains("your phone number is missing", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
        var page = await visitor.GetAsync("/account/profile");
        Assert.Contains(Cast.TeaManager.Email, page.Text, StringComparison.Ordinal);
        var answer = await page.SubmitAsync(new() { ["Input.Name"] = "Tea for two", ["Input.Phone"] = "+91 98765 43210", ["Input.Role"] = "Admin", ["Role"] = "Admin", ["Number"] = "1" });
        Assert.Equal("Your profile is saved.", (await answer.FollowAsync()).Toast);
        var saved = await app.ReadAsync("North", db => Task.FromResult(db.Members.Single(member => member.Number == Cast.TeaManager.Number)));
        Assert.Equal(("Tea for two", "+91 98765 43210", Role.TeaManager), (saved.Name, saved.PhoneNumber, saved.Role));
        Assert.DoesNotContain("is missing", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Input_Name: Write your name, as others here know you.")]
    [InlineData("Me", "call me", "Input_Phone: Write the number in digits, such as +91 98765 43210, or leave it empty.")]
    [InlineData("Me", "12345", "Input_Phone: Write the number in digits, such as +91 98765 43210, or leave it empty.")]
    public async Task What_cannot_be_is_said_at_the_field_and_stays(string name, string phone, string error)
    {
        var answer = await (await (await app.SignInAsync(Cast.Member)).GetAsync("/account/profile")).SubmitAsync(new() { ["Input.Name"] = name, ["Input.Phone"] = phone });
        Assert.Equal([error], answer.Errors);
        Assert.Equal((name, phone), (answer.Value("Input.Name"), answer.Value("Input.Phone")));
    }

    [Fact]
    public async Task A_new_password_needs_the_present_one_and_signs_out_the_other_devices()
    {
        var (here, there) = (await app.SignInAsync(Cast.OtherFloorHead, fresh: true), await app.SignInAsync(Cast.OtherFloorHead, fresh: true));
        var page = await here.GetAsync("/account/password");
        Assert.Equal(["Input_Present: That is not your present password."], (await page.SubmitAsync(new() { ["Input.Present"] = "wrong", ["Input.Password"] = "kettle-window-cloud" })).Errors);
        Assert.StartsWith("Input_Password: Write 12", Assert.Single((await page.SubmitAsync(new() { ["Input.Present"] = Cast.Password, ["Input.Password"] = "short" })).Errors), StringComparison.Ordinal);
        Assert.Equal(2, (await page.SubmitAsync([])).Errors.Count);
        Assert.Equal("/account", (await page.SubmitAsync(new() { ["Input.Present"] = Cast.Password, ["Input.Password"] = "kettle-window-cloud" })).Location);
        Assert.Equal(200, (await here.GetAsync("/account")).Status);
        Assert.Equal(302, (await there.GetAsync("/account")).Status);
        Assert.Equal(302, (await app.Visit().TryAsync(Cast.OtherFloorHead.Number, "kettle-window-cloud")).Status);
        Assert.Equal(200, (await app.Visit().TryAsync(Cast.OtherFloorHead.Number, Cast.Password)).Status);
    }

    [Fact]
    public async Task People_take_their_own_data_along_and_nobody_elses()
    {
        await OneBill.RecordAsync(await app.SignInAsync(Cast.Head));
        var answer = await (await app.SignInAsync(Cast.Head)).GetAsync("/account/export");
        Assert.StartsWith("attachment; filename=pantry-data-N1-head.json", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var data = JsonDocument.Parse(text);
        Assert.Equal(Cast.Head.Number, data.RootElement.GetProperty("number").GetString());
        Assert.Equal("EXP-1", data.RootElement.GetProperty("bills")[0].GetProperty("number").GetString());
        Assert.NotEqual(0, data.RootElement.GetProperty("sessions").GetArrayLength());
        Assert.Contains("Bill", text, StringComparison.Ordinal);
        Assert.DoesNotContain("asswordHash\": \"A", text, StringComparison.Ordinal);
        Assert.DoesNotContain("keyHash\"", text, StringComparison.Ordinal);
        using var others = JsonDocument.Parse(await (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync("/account/export")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, others.RootElement.GetProperty("bills").GetArrayLength());
    }

    [Fact]
    public async Task A_post_to_sign_in_while_signed_in_makes_nobody_another_person()
    {
        var visitor = await app.SignInAsync(Cast.Member, fresh: true);
        var answer = await visitor.PostAsync("/sign-in", new() { ["Input.Name"] = Cast.Admin.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/sign-out", answer.Location);
        Assert.Contains(Cast.Member.Name, (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }
}

file static class OneBill
{
    public static async Task RecordAsync(Visitor visitor)
    {
        var answer = await (await visitor.GetAsync("/expenses/record")).SubmitAsync(new()
        {
            ["Input.Number"] = "EXP-1",
            ["Input.Shop"] = "Corner shop",
            ["Input.Lines[0].Item"] = "Milk",
            ["Input.Lines[0].Quantity"] = "1",
            ["Input.Lines[0].Unit"] = "ltr",
            ["Input.Lines[0].Amount"] = "64",
        });
        Assert.Equal(302, answer.Status);
    }
}
