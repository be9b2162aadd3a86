namespace AjsPantry.Tests.Infrastructure.Jobs;

public sealed class JobEngineTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("/jobs")]
    [InlineData("/jobs/jobs/enqueued")]
    [InlineData("/jobs/recurring")]
    [InlineData("/jobs/servers")]
    [InlineData("/platform")]
    public async Task Operators_alone_see_the_engine_and_the_platform(string address)
    {
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Operator)).GetAsync(address)).Status);
        foreach (var person in Cast.All.Where(person => person != Cast.Operator))
            Assert.Equal((person.Number, 403), (person.Number, (await (await app.SignInAsync(person)).GetAsync(address)).Status));
        Assert.StartsWith("/sign-in?", (await app.Visit().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_job_server_the_platform_says_so_first()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync("/platform");
        Assert.Equal("No job server is running", page.Answer);
    }

    [Fact]
    public async Task Operators_see_nothing_that_a_tenant_wrote()
    {
        await app.RecordAsync("North", 1, BillActs.One(100, shop: "Corner shop of North"));
        var visitor = await app.SignInAsync(Cast.Operator);
        foreach (var address in (string[])["/platform", "/jobs", "/account"])
            Assert.DoesNotContain(
                "Corner shop", (await visitor.GetAsync(address)).Document.DocumentElement.TextContent, StringComparison.Ordinal);
        foreach (var address in (string[])["/expenses", "/expenses/record", "/expenses/reports"])
            Assert.Equal(403, (await visitor.GetAsync(address)).Status);
    }
}
