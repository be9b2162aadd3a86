using System.Buffers.Binary;
using System.Security.Cryptography;
using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account;

public sealed class SecondFactorTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task The_second_step_is_set_up_asked_for_and_turned_off_again()
    {
        var visitor = await app.SignInAsync(Cast.Head, fresh: true);
        var other = await app.SignInAsync(Cast.Head, fresh: true);
        var key = await SetUpAsync(visitor);
        var on = await visitor.GetAsync("/account/second-factor");
        Assert.Equal("A password alone does not open your account", on.Answer);
        var codes = on.Document.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Empty((await visitor.GetAsync("/account/second-factor")).Document.QuerySelectorAll(".codes code"));
        Assert.Equal(302, (await other.GetAsync("/account")).Status);

        var back = app.Visit();
        var step = await (await back.TryAsync(Cast.Head.Number, Cast.Password)).FollowAsync();
        Assert.Equal("One more step", step.Answer);
        Assert.Equal(302, (await back.GetAsync("/account")).Status);
        Assert.StartsWith("Input_Code: That code does not fit", Assert.Single((await step.SubmitAsync(new() { ["Input.Code"] = "000000" })).Errors), StringComparison.Ordinal);
        Assert.Equal("/", (await step.SubmitAsync(new() { ["Input.Code"] = Code(key) })).Location);
        Assert.Equal(200, (await back.GetAsync("/account")).Status);

        var lost = app.Visit();
        step = await (await lost.TryAsync(Cast.Head.Number, Cast.Password)).FollowAsync();
        Assert.Equal("/", (await step.SubmitAsync(new() { ["Input.Code"] = codes[0].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() })).Location);
        var twice = app.Visit();
        step = await (await twice.TryAsync(Cast.Head.Number, Cast.Password)).FollowAsync();
        Assert.Equal(200, (await step.SubmitAsync(new() { ["Input.Code"] = codes[0] })).Status);

        var off = await (await lost.GetAsync("/account/second-factor")).SubmitAsync([], "form[action*=Off]");
        Assert.Equal("Add a second step to your password", (await off.FollowAsync()).Answer);
        Assert.Equal("/", (await app.Visit().TryAsync(Cast.Head.Number, Cast.Password)).Location);
    }

    [Fact]
    public async Task It_works_for_people_without_an_address_too()
    {
        await app.ChangeMemberAsync(Cast.OtherFloorMember, member => (member.Email, member.NormalizedEmail) = (null, null));
        var page = await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync("/account/second-factor");
        Assert.Equal(200, page.Status);
        Assert.StartsWith("otpauth://totp/AJS%20Pantry%20North%20House:N2-member?secret=", page.Document.QuerySelector("a[href^=otpauth]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_must_have_it_is_led_there_from_every_page_until_it_is_set_up()
    {
        await app.ChangeTenantAsync("South", tenant => tenant.SecondFactorRoles = [nameof(Role.PantryHead)]);
        var head = await app.SignInAsync(Cast.OtherTenantHead, fresh: true);
        foreach (var path in (string[])["/", "/expenses", "/expenses/record", "/expenses/reports"])
            Assert.Equal((302, "/account/second-factor"), ((await head.GetAsync(path)).Status, (await head.GetAsync(path)).Location));
        Assert.Contains("asks every pantry head for a second step", (await head.GetAsync("/account/second-factor")).Text, StringComparison.Ordinal);
        foreach (var path in (string[])["/account", "/sign-out", "/account/password"])
            Assert.Equal(200, (await head.GetAsync(path)).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.OtherTenantMember)).GetAsync("/")).Status);
        await SetUpAsync(head);
        Assert.Equal(200, (await head.GetAsync("/")).Status);
    }

    [Fact]
    public async Task The_code_page_is_nobodys_without_a_password_before_it()
    {
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync("/sign-in/code")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await app.Visit().PostAsync("/sign-in/code", new() { ["Input.Code"] = "123456" })).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_form_survives_the_second_step()
    {
        var visitor = await app.SignInAsync(Cast.OtherFloorHead, fresh: true);
        var key = await SetUpAsync(visitor);
        var page = await visitor.GetAsync("/account/profile");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var door = await page.SubmitAsync(new() { ["Input.Name"] = "Kept name", ["Input.Phone"] = "022 123456" });
        var step = await door.SubmitAsync(new() { ["Input.Name"] = Cast.OtherFloorHead.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("One more step", step.Answer);
        var back = await step.SubmitAsync(new() { ["Input.Code"] = Code(key) });
        var sent = await back.SubmitAsync([]);
        Assert.Equal("/account", sent.Location);
        Assert.Contains("Kept name", (await sent.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identitys_own_pages_are_not_there()
    {
        foreach (var path in (string[])["Login", "Register", "ForgotPassword", "LoginWith2fa", "Lockout", "Manage", "Manage/EnableAuthenticator", "Manage/PersonalData", "Manage/Disable2fa"])
            Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/Identity/Account/{path}")).Status);
    }

    private static async Task<string> SetUpAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/account/second-factor");
        var key = page.Document.QuerySelector(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        Assert.Single((await page.SubmitAsync(new() { ["Input.Code"] = "12" })).Errors);
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Code"] = Code(key) })).Status);
        return key;
    }

    /// <summary>What an app shows for the key now (RFC 6238); Identity's clock is the real one.</summary>
    private static string Code(string key)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
