using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AjsPantry.Tests.Features.Account;

/// <summary>Neither words nor work of the doors tell who has an account.</summary>
public sealed class DoorSecrecyTests(DoorSecrecyTests.CountingApp app) : IClassFixture<DoorSecrecyTests.CountingApp>
{
    [Fact]
    public async Task A_wrong_password_costs_as_many_checks_for_every_name()
    {
        await app.InviteAsync("D-invited");
        await app.ChangeMemberAsync(Cast.OtherFloorTeaManager, member => member.LockoutEnd = DateTimeOffset.UtcNow.AddHours(1));
        await app.ChangeMemberAsync(Cast.OtherFloorMember, member => member.DeactivatedAt = TestClock.Beginning);
        await app.Visit().TryAsync("warm up", "wrong");
        var seen = new HashSet<string>();
        foreach (var name in (string[])[Cast.Head.Number, Cast.Head.Email, "nobody", "D-invited", Cast.OtherFloorTeaManager.Number, Cast.OtherFloorMember.Number])
        {
            app.Hasher.Checks = 0;
            var answer = await app.Visit().TryAsync(name, "wrong password");
            seen.Add($"{answer.Status} {app.Hasher.Checks} {answer.Text.Replace(name, "", StringComparison.Ordinal)}");
        }

        Assert.StartsWith("200 2 ", Assert.Single(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_right_password_learns_that_an_account_or_a_residence_is_closed()
    {
        await app.ChangeMemberAsync(Cast.TeaManager, member => member.DeactivatedAt = TestClock.Beginning);
        Assert.Contains("switched off", (await app.Visit().TryAsync(Cast.TeaManager.Number, Cast.Password)).Text, StringComparison.Ordinal);
        Assert.Contains("do not go together", (await app.Visit().TryAsync(Cast.TeaManager.Number, "wrong")).Text, StringComparison.Ordinal);
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (TestClock.Beginning, "The fees of March are open."));
        Assert.Contains("The fees of March are open.", (await app.Visit().TryAsync(Cast.OtherTenantHead.Number, Cast.Password)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("March", (await app.Visit().TryAsync(Cast.OtherTenantHead.Number, "wrong")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_wrong_passwords_let_the_account_rest_even_for_the_right_one()
    {
        for (var tries = 0; tries < 8; tries++)
            await app.Visit().TryAsync(Cast.OtherTenantMember.Number, "wrong");
        Assert.Contains("rests for five minutes", (await app.Visit().TryAsync(Cast.OtherTenantMember.Number, Cast.Password)).Text, StringComparison.Ordinal);
    }

    public sealed class CountingApp : PantryApp
    {
        internal Counting Hasher { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Member>>(Hasher)));
        }
    }

    internal sealed class Counting() : PasswordHasher<Member>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }))
    {
        public int Checks { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Member user, string hashedPassword, string providedPassword)
        {
            Checks++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

public sealed class DoorLimitTests(DoorLimitTests.LimitedApp app) : IClassFixture<DoorLimitTests.LimitedApp>
{
    [Fact]
    public async Task After_eight_tries_a_minute_a_name_has_to_wait_and_others_do_not()
    {
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await app.Visit().TryAsync("limited", "wrong")).Status);
        var answer = await app.Visit().TryAsync(" LIMITED ", "wrong");
        Assert.Equal(429, answer.Status);
        Assert.Contains("Wait a minute", answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await app.Visit().TryAsync("another", "wrong")).Status);
    }

    [Fact]
    public async Task Links_and_forgotten_passwords_are_limited_too()
    {
        var page = await app.Visit().GetAsync((await app.InviteAsync("D-join")).Path);
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await page.SubmitAsync(new() { ["Input.Name"] = "Me", ["Input.Password"] = "short" })).Status);
        Assert.Equal(429, (await page.SubmitAsync(new() { ["Input.Name"] = "Me", ["Input.Password"] = "short" })).Status);
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(200, (await app.Visit().PostAsync("/forgot", new() { ["Input.Name"] = "limited" })).Status);
        Assert.Equal(429, (await app.Visit().PostAsync("/forgot", new() { ["Input.Name"] = "limited" })).Status);
    }

    public sealed class LimitedApp : PantryApp
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["SignIn:TriesPerMinute"] = "30",
            ["SignIn:TriesPerHour"] = "200",
            ["SignIn:AccountTriesPerMinute"] = "8",
            ["SignIn:AccountTriesPerHour"] = "40",
        };
    }
}

public sealed class AddressLimitTests(DoorLimitTests.LimitedApp app) : IClassFixture<DoorLimitTests.LimitedApp>
{
    [Fact]
    public async Task A_network_address_may_guess_few_links()
    {
        var statuses = new List<int>();
        for (var tries = 0; tries < 40; tries++)
            statuses.Add((await app.Visit().GetAsync("/join/guess.ed")).Status);
        Assert.Contains(429, statuses);
    }
}
