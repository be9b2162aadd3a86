using System.Net;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;

namespace AjsPantry.Tests.Features.Account.SecondStep;

/// <summary>A device on which no code is asked for a while.</summary>
public sealed class RememberedDeviceTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task It_is_asked_for_no_code_for_thirty_days(int days, bool asks)
    {
        var (person, cookie) = await RememberedAsync();
        app.Clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(31));
        Assert.Equal(asks, await AsksAsync(person, cookie));
    }

    [Fact]
    public async Task It_ends_with_the_password_at_once()
    {
        var (person, cookie) = await RememberedAsync();
        await app.ChoosePasswordAsync(person, Cast.Password + "s");
        await app.ChoosePasswordAsync(person, Cast.Password);
        Assert.True(await AsksAsync(person, cookie));
    }

    [Fact]
    public async Task It_ends_when_the_second_step_changes()
    {
        var (person, cookie) = await RememberedAsync();
        var visitor = await InAsync(person, cookie);
        await (await visitor.GetAsync("/account/two-step/off")).SubmitAsync(new() { ["Input.Password"] = Cast.Password });
        await app.SetUpAsync(visitor);
        Assert.True(await AsksAsync(person, cookie));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_ends_when_every_other_device_is_signed_out(bool byAdmin)
    {
        var (person, cookie) = await RememberedAsync();
        var id = (await app.FindAsync(person)).Id;
        if (byAdmin)
            await (await app.SignInAsync(Cast.Admin)).PostAsync($"/people/{id}/sessions");
        else
            await (await (await InAsync(person, cookie)).GetAsync("/account/devices"))
                .SubmitAsync(new() { ["Input.Password"] = Cast.Password });
        Assert.True(await AsksAsync(person, cookie));
    }

    [Fact]
    public async Task It_is_nobody_elses()
    {
        var (_, cookie) = await RememberedAsync();
        var (other, _, _) = await app.SomebodyWithSecondStepAsync();
        Assert.True(await AsksAsync(other, cookie));
    }

    [Fact]
    public async Task A_device_that_others_use_is_not_remembered()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var (_, question) = await app.HalfwayAsync(person, sharedDevice: true);
        Assert.Null(question.Document.QuerySelector("[name='Input.Remember']"));
        var answer = await question.SubmitAsync(new() { ["Input.Code"] = app.CodeOf(key), ["Input.Remember"] = "true" });
        Assert.Null(CookieIn(answer));
    }

    /// <summary>
    /// Somebody whose device is remembered, and its cookie. The browser keeps it by hand, because a client would throw it away by the
    /// machine's clock.
    /// </summary>
    private async Task<(Person Person, Cookie Cookie)> RememberedAsync()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var (_, question) = await app.HalfwayAsync(person, sharedDevice: false);
        Assert.Contains("Do not ask again on this device for 30 days", question.Text, StringComparison.Ordinal);
        var answer = await question.SubmitAsync(new() { ["Input.Code"] = app.CodeOf(key), ["Input.Remember"] = "true" });
        return (person, CookieIn(answer)!);
    }

    private static Cookie? CookieIn(WebPage answer)
    {
        var text = answer.Headers.GetValues("Set-Cookie")
            .FirstOrDefault(cookie => cookie.Split('=')[0].Contains("emember", StringComparison.Ordinal));
        return text is null || text.Split(';')[0].EndsWith('=') ? null
            : new Cookie(text.Split('=')[0], text.Split(';')[0][(text.IndexOf('=', StringComparison.Ordinal) + 1)..], "/",
                "localhost")
            { Secure = true };
    }

    private async Task<bool> AsksAsync(Person person, Cookie cookie)
    {
        var answer = await TryAsync(person, cookie);
        Assert.Equal(302, answer.Answer.Status);
        return answer.Answer.Location!.StartsWith("/sign-in/code", StringComparison.Ordinal);
    }

    private async Task<Visitor> InAsync(Person person, Cookie cookie)
    {
        var (visitor, answer) = await TryAsync(person, cookie);
        Assert.Equal("/", answer.Location);
        return visitor;
    }

    private async Task<(Visitor Visitor, WebPage Answer)> TryAsync(Person person, Cookie cookie)
    {
        var cookies = new CookieContainer();
        cookies.Add(cookie);
        var visitor = app.Visit(cookies);
        return (visitor,
            await (await visitor.GetAsync("/sign-in"))
                .SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password }));
    }
}
