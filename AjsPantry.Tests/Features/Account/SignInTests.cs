namespace AjsPantry.Tests.Features.Account;

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
        Assert.Contains("do not go together", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Cast.Head.Number, answer.Value("Input.Name"));
    }
}
