namespace AjsPantry.Tests.Infrastructure.Web;

public sealed class FriendlyPagesTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_form_without_its_token_is_answered_in_words() =>
        AssertFriendly(await (await app.SignInAsync(Cast.Head)).PostBlindlyAsync("/expenses/record"), 400, "This form is too old");

    [Fact]
    public async Task A_page_of_another_role_is_answered_in_words() =>
        AssertFriendly(await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses/record"), 403, "You do not have access");

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/expenses/bill/0190a000-0000-7000-8000-00000000ffff")]
    [InlineData("/expenses/bill/not-an-id")]
    [InlineData("/expenses?floor=2")]
    [InlineData("/expenses?floor=abc")]
    [InlineData("/status/500")]
    public async Task What_is_not_there_is_answered_in_words(string address) =>
        AssertFriendly(await (await app.SignInAsync(Cast.Member)).GetAsync(address), 404, "Page not found");

    [Fact]
    public async Task What_is_not_there_is_not_there_for_strangers_either() =>
        AssertFriendly(await app.Visit().GetAsync("/nothing-here"), 404, "Page not found");

    [Theory]
    [InlineData("POST", "/expenses")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/account?handler=nothing")]
    [InlineData("DELETE", "/status/404")]
    [InlineData("TRACE", "/expenses")]
    [InlineData("TRACE", "/account")]
    public async Task A_verb_that_a_page_does_not_know_is_answered_in_words(string verb, string address)
    {
        var head = await app.SignInAsync(Cast.Head);
        var answer = verb == "POST" ? await head.PostAsync(address)
            : await head.ReadAsync(address, await head.Client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), address)));
        AssertFriendly(answer, 405, "This did not work");
    }

    [Fact]
    public async Task A_fault_is_answered_in_words_and_tells_no_secrets()
    {
        // Nothing that was read before is remembered.
        await TestServer.WriteAsync(app.Database, "UPDATE tenants SET name = name");
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database), "ALTER TABLE bills RENAME TO bills_elsewhere");
        var answer = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses");
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database), "ALTER TABLE bills_elsewhere RENAME TO bills");
        AssertFriendly(answer, 500, "Something went wrong");
        Assert.DoesNotContain("bills", answer.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses")).Status);
    }

    [Fact]
    public async Task A_page_is_there_for_whoever_asks_for_its_head_only()
    {
        var head = await app.SignInAsync(Cast.Head);
        Assert.Equal(200, (int)(await head.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/expenses"))).StatusCode);
    }

    internal static void AssertFriendly(WebPage answer, int status, string words)
    {
        Assert.Equal((status, words), (answer.Status, answer.Answer));
        Assert.Equal("/", answer.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
    }
}

public sealed class ImpatientApp : PantryApp
{
    protected override bool IsShared => false;

    protected override IReadOnlyDictionary<string, string> Settings(string database) =>
        new Dictionary<string, string> { ["SignIn:TriesPerMinute"] = "3" };
}

public sealed class TooManyTriesTests(ImpatientApp app) : IClassFixture<ImpatientApp>
{
    [Fact]
    public async Task After_some_tries_from_one_address_the_next_waits_a_minute()
    {
        var page = await app.Visit().GetAsync("/sign-in");
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await page.SubmitAsync(new() { ["Input.Name"] = "nobody", ["Input.Password"] = "nothing" })).Status);
        FriendlyPagesTests.AssertFriendly(
            await page.SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = Cast.Password }), 429, "Too many tries");
        Assert.Equal(200, (await app.Visit().GetAsync("/sign-in")).Status);
    }
}
