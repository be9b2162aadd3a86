using System.Text.Json;
using AjsPantry.Infrastructure.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AjsPantry.Tests.Infrastructure.Telemetry;

public sealed class LogTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>A line as it is written within scopes.</summary>
    private static JsonElement Line(Exception? exception, params object[] scopes) => Line("It broke", exception, scopes);

    private static JsonElement Line(string message, Exception? exception, params object[] scopes)
    {
        var provider = new LoggerExternalScopeProvider();
        foreach (var scope in scopes)
            provider.Push(scope);
        using var text = new StringWriter();
        new LogLines().Write(
            new LogEntry<string>(LogLevel.Error, "AjsPantry.Test", default, message, exception, (state, _) => state), provider, text);
        Assert.Single(text.ToString().TrimEnd('\n', '\r').Split('\n'));
        return JsonDocument.Parse(text.ToString()).RootElement.Clone();
    }

    [Fact]
    public void A_line_names_the_request_and_takes_nothing_else_that_stands_around_it()
    {
        var context =
            new DefaultHttpContext
            {
                Request = { Method = "GET", Path = "/join/secret-key", QueryString = new("?q=person%40example.org") }
            };
        var around = new Dictionary<string, object> { ["RequestPath"] = "/join/secret-key", ["Query"] = "?q=person@example.org" };
        var line = Line(new InvalidOperationException("why\nhow"), around, new RequestIds(context, "0123456789abcdef"));
        Assert.Equal(("error", "AjsPantry.Test", "It broke", "0123456789abcdef", "GET"),
            (line.GetProperty("level").GetString(), line.GetProperty("from").GetString(), line.GetProperty("message").GetString(),
                line.GetProperty("request_id").GetString(), line.GetProperty("method").GetString()));
        Assert.DoesNotContain("secret-key", line.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("person", line.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("why", line.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_mail_server_says_is_told_without_whom_it_was_about()
    {
        var line = Line(
            "Waits: 550 5.1.1 <asma.khan+pantry@mail.example.org>: unknown", new InvalidOperationException("\"ALI@EXAMPLE.ORG\" is taken"));
        Assert.Equal("Waits: 550 5.1.1 <(mail address)>: unknown", line.GetProperty("message").GetString());
        Assert.Contains("\"(mail address)\" is taken", line.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("short", false)]
    [InlineData("with spaces in it", false)]
    [InlineData("<script>alert(1)</script>", false)]
    public async Task The_proxys_id_of_a_request_is_taken_when_it_is_one(string given, bool taken)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.TryAddWithoutValidation(RequestIds.Header, given);
        using var answer = await client.SendAsync(request);
        var id = Assert.Single(answer.Headers.GetValues(RequestIds.Header));
        Assert.Equal(taken, id == given);
        Assert.Matches("^[A-Za-z0-9-:]{8,64}$", id);
    }
}
