namespace AjsPantry.Tests.Infrastructure.Web;

public sealed class AntiforgeryTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task No_page_takes_a_form_of_another_site()
    {
        var handlers = await PostHandlers.AllAsync(app);
        Assert.Contains(handlers, handler => handler.Address == "/expenses/record");
        Assert.Contains(handlers, handler => handler.Address == "/account?handler=End");
        Visitor[] visitors = [app.Visit(), await app.SignInAsync(Cast.Admin), await app.SignInAsync(Cast.Head), await app.SignInAsync(Cast.Operator)];
        foreach (var (address, _) in handlers.Where(handler => !handler.IgnoresToken))
        {
            var answers = await Task.WhenAll(visitors.Select(visitor => visitor.PostBlindlyAsync(address)));
            Assert.DoesNotContain(answers, answer => answer.Status is 200 or (> 400 and not 403) || answer.Status == 302 && !answer.Location!.StartsWith("/sign-in", StringComparison.Ordinal));
            var refused = answers.FirstOrDefault(answer => answer.Status == 400);
            Assert.True(refused is not null, $"{address} was not asked for a token: {string.Join(' ', answers.Select(answer => answer.Status))}");
            Assert.Equal("This form is too old", refused.Answer);
        }
    }

    [Fact]
    public async Task No_form_goes_without_a_token_but_the_one_that_mail_programs_send()
    {
        // RFC 8058: a mail program posts without cookies; the address itself carries a sealed key that can do nothing else.
        Assert.Equal(["/notices/stop/x"], (await PostHandlers.AllAsync(app)).Where(handler => handler.IgnoresToken).Select(handler => handler.Address));
    }

    [Fact]
    public async Task A_token_is_no_good_to_somebody_else()
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/account");
        var token = page.Value("__RequestVerificationToken")!;
        foreach (var thief in (Person[])[Cast.Member, Cast.OtherTenantHead])
            Assert.Equal(400, (await (await app.SignInAsync(thief)).PostBlindlyAsync("/account?handler=EndOthers", new() { ["__RequestVerificationToken"] = token })).Status);
    }

    [Fact]
    public async Task The_job_engine_takes_no_form_of_another_site() =>
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).PostBlindlyAsync("/jobs/recurring/trigger", new() { ["jobs[]"] = "job-tick" })).Status);
}
