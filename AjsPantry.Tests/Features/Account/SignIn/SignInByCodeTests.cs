using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account.SignIn;

/// <summary>A name that several residences know, and the code that tells them apart.</summary>
public sealed class SignInByCodeTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("7001")]
    [InlineData("shared-7001@example.org")]
    public async Task What_several_residences_know_asks_for_the_code_of_one(string name)
    {
        var (north, south) = await TwoAsync(name);
        foreach (var (person, code,
            password) in new[] { (north, "north", "mango-lassi-in-north"), (south, " South ", "mango-lassi-in-south") })
        {
            var visitor = app.Visit();
            var asked = await (await visitor.GetAsync("/sign-in"))
                .SubmitAsync(new() { ["Input.Name"] = name, ["Input.Password"] = password });
            Assert.Equal((200, "Which residence?", name), (asked.Status, asked.Answer, asked.Value("Input.Name")));
            Assert.Equal(0, await app.SessionsAsync(person));
            foreach (var house in (string[])["North House", "South House", "mango"])
                Assert.DoesNotContain(house, asked.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Equal("/", (await asked.SubmitAsync(new() { ["Input.Residence"] = code, ["Input.Password"] = password })).Location);
            Assert.Contains(person.Name, (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
            // A device that has signed in knows which residence is meant.
            await (await visitor.GetAsync("/sign-out")).SubmitAsync([]);
            Assert.Equal("/",
                (await (await visitor.GetAsync("/sign-in"))
                    .SubmitAsync(new() { ["Input.Name"] = name, ["Input.Password"] = password })).Location);
        }
    }

    [Fact]
    public async Task A_wrong_code_reads_like_a_wrong_password_and_the_code_stays()
    {
        await TwoAsync("7002");
        var answers = new List<string>();
        foreach (var code in (string[])["north", "nowhere", "platform"])
        {
            var asked = await app.TryAsync("7002", "wrong");
            var answer = await asked.SubmitAsync(
                new() { ["Input.Residence"] = code, ["Input.Password"] = code == "nowhere" ? "mango-lassi-in-north" : "wrong" });
            Assert.Contains("Wrong residence code, number or password.", answer.Text, StringComparison.Ordinal);
            Assert.Equal((code, "Which residence?"), (answer.Value("Input.Residence"), answer.Answer));
            answers.Add(answer.Text);
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(["Input_Residence: Use 20 characters at most."],
            (await (await app.TryAsync("7002", "wrong"))
                .SubmitAsync(new() { ["Input.Residence"] = new string('x', 21), ["Input.Password"] = "wrong" })).Errors);
    }

    [Fact]
    public async Task A_code_that_is_asked_for_and_left_empty_is_missed()
    {
        await TwoAsync("7003");
        var asked = await app.TryAsync("7003", "wrong");
        Assert.Empty(asked.Errors);
        var answer = await asked.SubmitAsync(new() { ["Input.Residence"] = "", ["Input.Password"] = "wrong" });
        Assert.Equal(["Input_Residence: Write the code of your residence."], answer.Errors);
        answer = await answer.SubmitAsync(new() { ["Input.Residence"] = "", ["Input.Password"] = "" });
        Assert.Equal(["Input_Password: Write your password."], answer.Errors);
        Assert.Equal(("Which residence?", ""), (answer.Answer, answer.Value("Input.Residence") ?? ""));
    }

    /// <summary>Two people of two residences with one number or one address.</summary>
    private async Task<(Person North, Person South)> TwoAsync(string name)
    {
        var north = await app.AddSomebodyAsync("North", number: name.Split('@')[0], password: "mango-lassi-in-north");
        var south = await app.AddSomebodyAsync("South", number: name.Split('@')[0], password: "mango-lassi-in-south");
        if (name.Contains('@', StringComparison.Ordinal))
        {
            foreach (var person in (Person[])[north, south])
                await app.ChangeAsync(person, member => (member.Email, member.NormalizedEmail) = (name, name.ToUpperInvariant()));
        }

        return (north, south);
    }
}
