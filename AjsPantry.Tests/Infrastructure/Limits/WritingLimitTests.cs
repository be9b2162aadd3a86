using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Limits;
using AngleSharp.Html.Dom;

namespace AjsPantry.Tests.Infrastructure.Limits;

/// <summary>An application in which a person has few forms at once, and no more for a day.</summary>
public sealed class FewFormsApp : PantryApp
{
    public const int Forms = 5;

    protected override bool IsShared => false;

    protected override IReadOnlyDictionary<string, string> Settings(string database) => new Dictionary<string, string>
    {
        [WritingLimit.Burst] = $"{Forms}",
        [WritingLimit.Seconds] = "86400",
    };
}

/// <summary>A program with somebody's session writes no faster than a person.</summary>
public sealed class WritingLimitTests(FewFormsApp app) : IClassFixture<FewFormsApp>
{
    [Fact]
    public async Task Whoever_sends_many_forms_has_to_wait_and_loses_nothing()
    {
        var (writer, token) = await WriterAsync(Cast.Head);
        for (var sent = 0; sent < FewFormsApp.Forms; sent++)
            Assert.NotEqual(429, (await SendAsync(writer, token, new() { ["Input.Item"] = "Cups" })).Status);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await SendAsync(writer, token, new() { ["Input.Item"] = "Forty cups & a <kettle>", ["Input.Notes"] = "two\nlines" });
        Assert.Equal((429, "You sent many forms in a short time"), (answer.Status, answer.Answer));
        Assert.Contains("The last one is not saved. Wait a few seconds, then send it again.", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.RetryAfter);
        var form = Assert.IsType<IHtmlFormElement>(answer.Document.QuerySelector("main form"), exactMatch: false);
        Assert.Equal("/loans/add?floor=1", form.GetAttribute("action"));
        Assert.Equal(
            ("Forty cups & a <kettle>", "two\nlines"), (answer.Value("Input.Item"), answer.Value("Input.Notes")?.ReplaceLineEndings("\n")));
        Assert.Empty(await before.ChangesAsync());
        // A form that was not even read has nothing to send again.
        var large = await SendAsync(writer, token, new() { ["Input.Notes"] = new string('x', (int)FormReading.AtOnce) });
        Assert.Equal(
            (429, "You sent many forms in a short time", null), (large.Status, large.Answer, large.Document.QuerySelector("main form")));
        // Reading is not writing, and others write as before.
        Assert.Equal(200, (await writer.GetAsync("/loans")).Status);
        var (other, otherToken) = await WriterAsync(Cast.OtherTenantHead);
        Assert.NotEqual(429, (await SendAsync(other, otherToken, new() { ["Input.Item"] = "Cups" })).Status);
    }

    [Fact]
    public async Task Secrets_do_not_come_back()
    {
        var (writer, token) = await WriterAsync(Cast.OtherFloorHead);
        WebPage answer;
        do
            answer = await SendAsync(writer, token, new() { ["Input.Item"] = "Cups", ["Input.NewPassword"] = "tiffin-secret-55" });
        while (answer.Status != 429);
        Assert.Null(answer.Document.QuerySelector("main form"));
        Assert.DoesNotContain("tiffin-secret-55", answer.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_phone_kept_without_a_network_goes_through_at_once()
    {
        var (writer, token) = await WriterAsync(Cast.TeaManager);
        for (var ticks = 0; ticks < 20 * FewFormsApp.Forms; ticks++)
            Assert.NotEqual(429, (await SendAsync(writer, token, [], $"/shopping/{Guid.NewGuid()}/bought")).Status);
    }

    private async Task<(Visitor Writer, string Token)> WriterAsync(Person person)
    {
        var writer = await app.SignInAsync(person);
        return (writer, await writer.TokenAsync());
    }

    private static Task<WebPage> SendAsync(
        Visitor writer, string token, Dictionary<string, string> fields, string address = "/loans/add?floor=1") =>
        writer.PostBlindlyAsync(address, new(fields) { ["__RequestVerificationToken"] = token });
}
