using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AjsPantry.Tests.Features.Account.SignIn;

/// <summary>
/// Neither words nor work of the sign-in door tell who has an account. Work is counted in password checks, which take nearly all of the
/// time.
/// </summary>
public sealed class DoorSecrecyTests(DoorSecrecyTests.CountingApp app) : IClassFixture<DoorSecrecyTests.CountingApp>
{
    [Fact]
    public async Task A_wrong_password_costs_as_many_checks_for_every_name()
    {
        await app.InviteAsync("D-invited");
        var deactivated = await app.AddSomebodyAsync();
        await app.ChangeAsync(deactivated, member => member.DeactivatedAt = TestClock.Beginning);
        await app.AddSomebodyAsync("North", number: "D-both");
        await app.AddSomebodyAsync("South", number: "D-both");
        await app.TryAsync("warm up", "wrong");
        var seen = new HashSet<string>();
        foreach (var name in (string[])[Cast.Head.Number, Cast.Head.Email, "nobody", "D-invited", deactivated.Number, "north/D-both",
            "south/nobody"])
        {
            app.Hasher.Checks = 0;
            var answer = await app.TryAsync(name, "wrong password");
            seen.Add($"{answer.Status} {app.Hasher.Checks} {answer.Text.Replace(name, "", StringComparison.Ordinal)}");
        }

        Assert.StartsWith("200 1 ", Assert.Single(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_password_is_hashed_once()
    {
        app.Hasher.Checks = 0;
        Assert.Equal(302, (await app.TryAsync(Cast.Head.Number, Cast.Password)).Status);
        Assert.Equal(1, app.Hasher.Checks);
    }

    [Fact]
    public async Task An_account_without_a_password_is_not_opened_by_any()
    {
        await app.InviteAsync("D-none");
        foreach (var password in (string[])["-", "wrong password", "D-none"])
            Assert.Equal(200, (await app.TryAsync("D-none", password)).Status);
    }

    public sealed class CountingApp : PantryApp
    {
        internal Counting Hasher { get; } = new();

        protected override bool IsShared => false;

        protected override void Replace(IServiceCollection services) =>
            services.Replace(ServiceDescriptor.Singleton<MemberPasswordHasher>(Hasher));
    }

    internal sealed class Counting() : MemberPasswordHasher(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }))
    {
        public int Checks { get; set; }

        protected override PasswordVerificationResult VerifyOne(Member user, string hash, string password)
        {
            Checks++;
            return base.VerifyOne(user, hash, password);
        }
    }
}
