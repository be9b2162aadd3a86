using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Identity;

public sealed class PasswordRulesTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("short-one-9")]
    [InlineData("")]
    [InlineData("password1234")]
    [InlineData("Password!2026")]
    [InlineData("passwordpassword")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("bismillah786786")]
    [InlineData("ajspantry2026!")]
    [InlineData("noor-4711-4711")]
    [InlineData("zoya.khan.zoya")]
    public async Task What_is_easy_to_guess_is_refused(string password) => Assert.False(await IsTakenAsync(password));

    [Theory]
    [InlineData("tiffin-turmeric-42")]
    [InlineData("correct horse battery")]
    [InlineData("kesarbadamdoodh")]
    [InlineData("चाय और बिस्कुट रोज")]
    [InlineData("شاي بالهيل والزنجبيل")]
    [InlineData("x7#Qv!2mLr9$")]
    public async Task Twelve_unusual_characters_are_taken(string password) => Assert.True(await IsTakenAsync(password));

    [Fact]
    public Task A_hash_takes_as_long_as_OWASP_advises() => app.InTenantAsync("North", services =>
    {
        // The application itself; the tests' own setting comes on top and is taken off here.
        var set = services.GetServices<Microsoft.Extensions.Options.IConfigureOptions<PasswordHasherOptions>>();
        var highest = 0;
        foreach (var configure in set)
        {
            var options = new PasswordHasherOptions();
            configure.Configure(options);
            highest = Math.Max(highest, options.IterationCount);
        }

        Assert.Equal(210_000, highest);
        return Task.CompletedTask;
    });

    private Task<bool> IsTakenAsync(string password) => app.InTenantAsync("North", async services =>
    {
        var members = services.GetRequiredService<UserManager<Member>>();
        var somebody = new Member { Number = "4711", Name = "Zoya Khan", Email = "zoya@noor.example" };
        foreach (var validator in members.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(members, somebody, password)).Succeeded)
                return false;
        }

        return true;
    });
}
