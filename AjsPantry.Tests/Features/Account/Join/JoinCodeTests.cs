using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Tests.Features.Account.SignIn;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Account.Join;

/// <summary>The short code of a card: what it opens, how it may be written, and how often one may guess.</summary>
public sealed class JoinCodeTests(StrangersTests.UsualApp app) : IClassFixture<StrangersTests.UsualApp>
{
    private const string Password = "kettle-window-cloud";
    private const int Waits = 429;

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0} ")]
    [InlineData("lower")]
    [InlineData("bare")]
    [InlineData("wide")]
    [InlineData("look-alikes")]
    public async Task The_code_of_a_card_opens_it_however_it_is_written(string way)
    {
        var link = await app.InviteAsync("JC-1");
        Assert.Matches("^north-[2-9A-HJKMNP-RT-Y]{4}-[2-9A-HJKMNP-RT-Y]{2}$", link.Code);
        var typed = way switch
        {
            "lower" => link.Code!.ToLowerInvariant(),
            "bare" => link.Code!.Replace("-", " ", StringComparison.Ordinal).Replace("north", "NORTH ", StringComparison.Ordinal),
            "wide" => string.Concat(link.Code!.Select(letter => letter == '-' ? '\u2013' : (char)(letter + 0xFEE0))),
            "look-alikes" => "north-" + link.Code![6..].Replace('5', 'S').Replace('2', 'z'),
            _ => way.Replace("{0}", link.Code, StringComparison.Ordinal),
        };
        var visitor = app.Visit();
        var page = await (await (await visitor.GetAsync("/join")).SubmitAsync(new() { ["Code"] = typed })).FollowAsync();
        Assert.Equal("Welcome to North House", page.Answer);
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        Assert.Equal((302, "/"),
            await StatusAsync(
                page.SubmitAsync(new() { ["Input.Name"] = "Zainab", ["Input.Password"] = Password, ["Input.SharedDevice"] = "true" })));
        Assert.Contains("Zainab", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);

        // Once used, neither the code nor the link opens anything.
        Assert.Equal("This code does not work", (await app.Visit().GetAsync($"/join/{link.Code}")).Answer);
        Assert.Equal(404, (await app.Visit().GetAsync(link.Path)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("noor")]
    [InlineData("7K4MQ2")]
    [InlineData("noor-7K4M-0O")]
    [InlineData("noor-7K4M-Q2 and much more than stands on any card, to see what becomes of it")]
    public async Task What_is_no_code_is_said_at_its_field(string typed)
    {
        var answer = await (await app.Visit().GetAsync("/join")).SubmitAsync(new() { ["Code"] = typed });
        Assert.Equal(["Code: Write the whole code from your card, such as noor-7K4M-Q2."], answer.Errors);
        Assert.Equal(typed, answer.Value("Code"));
    }

    [Fact]
    public async Task A_wrong_code_stays_to_be_corrected()
    {
        var page = await (await (await app.Visit().GetAsync("/join")).SubmitAsync(new() { ["Code"] = "north 7k4m q3" })).FollowAsync();
        Assert.Equal((404, "north-7K4M-Q3"), (page.Status, page.Value("Code")));
    }

    [Fact]
    public async Task A_newer_invitation_ends_the_older_link_and_code()
    {
        var old = await app.InviteAsync("JC-2");
        var made = await app.LinkAsync("North", "JC-2", InvitationKind.Join);
        Assert.NotEqual(old.Code, made.Code);
        Assert.Equal(404, (await app.Visit().GetAsync($"/join/{old.Code}")).Status);
        Assert.Equal(404, (await app.Visit().GetAsync(old.Path)).Status);
        Assert.Equal(200, (await app.Visit().GetAsync($"/join/{made.Code}")).Status);
        app.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(404, (await app.Visit().GetAsync($"/join/{made.Code}")).Status);
    }

    [Fact]
    public async Task A_code_opens_its_own_residence_and_is_kept_as_a_slow_hash()
    {
        var link = await app.InviteAsync("JC-3");
        Assert.Equal(404, (await app.Visit().GetAsync($"/join/{link.Code!.Replace("north", "south", StringComparison.Ordinal)}")).Status);
        var kept = await app.ReadAsync(
            "North", db => db.Invitations.Where(invitation => invitation.Member!.Number == "JC-3").SingleAsync());
        Assert.Equal(32, kept.CodeHash!.Length);
        var plain = System.Security.Cryptography.SHA256
            .HashData(System.Text.Encoding.ASCII.GetBytes(link.Code[6..].Replace("-", "", StringComparison.Ordinal)));
        Assert.NotEqual(plain, kept.CodeHash);
    }

    [Fact]
    public async Task Admins_and_people_with_a_password_get_no_code()
    {
        var admin = await app.AddSomebodyAsync(role: Role.Admin);
        Assert.Null((await app.LinkAsync("North", admin.Number, InvitationKind.Join)).Code);
        Assert.Null((await app.LinkAsync("North", Cast.Member.Number)).Code);
    }

    [Fact]
    public async Task A_residence_takes_two_hundred_wrong_codes_a_day_from_however_many_addresses()
    {
        var link = await app.InviteAsync("JC-4");
        var wrong = 0;
        for (var hour = 0; hour < 24; hour++)
        {
            for (var place = 0; place < 5; place++)
            {
                while (await StatusAsync($"10.{hour + 1}.1.{place}", Guess(wrong)) == 404)
                    wrong++;
                app.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            app.Clock.Advance(TimeSpan.FromMinutes(55));
        }

        // 200 of 29^6 codes a day.
        Assert.InRange(wrong, 190, 200);
        Assert.Equal(200, (await app.Visit().GetAsync(link.Path)).Status);
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await app.Visit().GetAsync($"/join/{link.Code}")).Status);
    }

    [Fact]
    public async Task Right_codes_are_not_counted_and_wrong_ones_of_another_residence_do_not_matter()
    {
        var link = await app.InviteAsync("JC-5");
        for (var times = 0; times < 40; times++)
            Assert.Equal(200, await StatusAsync("10.0.0.9", link.Code!));
        for (var tries = 0; tries < 30; tries++)
            Assert.Equal(404, await StatusAsync("10.0.0.9", Guess(tries).Replace("north", "south", StringComparison.Ordinal)));
        Assert.Equal(Waits, await StatusAsync("10.0.0.9", "south-2222-22"));
        Assert.Equal(200, await StatusAsync("10.0.0.9", link.Code!));
    }

    /// <summary>Codes that nobody is given by chance, or once in a thousand million runs.</summary>
    private static string Guess(int number) =>
        $"north-2{number % 10 + 0}".Replace('0', 'A').Replace('1', 'B')
            + $"22-{"ABCDEFGHJK"[number / 10 % 10]}{"ABCDEFGHJK"[number / 100 % 10]}";

    private async Task<int> StatusAsync(string address, string code)
    {
        var visitor = app.Visit();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return (await visitor.GetAsync($"/join/{code}")).Status;
    }

    private static async Task<(int Status, string? Location)> StatusAsync(Task<WebPage> answer) =>
        ((await answer).Status, (await answer).Location);
}
