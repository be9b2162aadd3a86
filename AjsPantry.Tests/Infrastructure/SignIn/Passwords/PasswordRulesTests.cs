using System.Text;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.SignIn.Passwords;

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
    [InlineData("q1w2e3r4t5y6")]
    [InlineData("Q1W2E3R4T5Y6")]
    [InlineData("manchesterunited")]
    [InlineData("ManchesterUnited7!")]
    [InlineData("m@nchesterunited")]
    [InlineData("december2024")]
    [InlineData("December-2024!")]
    [InlineData("sunshine.princess")]
    [InlineData("iloveyou4ever")]
    [InlineData("kesarkesarkesar")]
    [InlineData("kesar-kesar-kesar")]
    [InlineData("xyzqxyzqxyzq")]
    [InlineData("zoyakhan19920512")]
    [InlineData("northhouse2026")]
    [InlineData("northfloor1234")]
    [InlineData("unbelievable")]
    [InlineData("counterstrike")]
    [InlineData("🍵🍪🍵🍪🍵🍪")]
    public async Task What_is_easy_to_guess_is_refused(string password) => Assert.False(await IsTakenAsync(password));

    [Theory]
    [InlineData("tiffin-turmeric-42")]
    [InlineData("correct horse battery")]
    [InlineData("kesarbadamdoodh")]
    [InlineData("चाय और बिस्कुट रोज")]
    [InlineData("شاي بالهيل والزنجبيل")]
    [InlineData("x7#Qv!2mLr9$")]
    [InlineData("kettle-window-cloud")]
    [InlineData("clove-cardamom-81")]
    [InlineData("three common words here")]
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

    /// <summary>Of the list itself; the three thousand most common that are long enough are what is asked of a list.</summary>
    [Fact]
    public async Task Thousands_that_became_known_are_refused()
    {
        Assert.InRange(CommonPasswordList.Whole.Count, 3_000, 100_000);
        Assert.InRange(CommonPasswordList.Parts.Count, 10_000, 100_000);
        foreach (var password in CommonPasswordList.Whole.Order(StringComparer.Ordinal).Where((_, at) => at % 250 == 0))
            Assert.False(await IsTakenAsync(password), password);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task Twelve_to_two_hundred_letters_are_taken(int length, bool taken) =>
        Assert.Equal(taken, await IsTakenAsync(string.Concat(Enumerable.Repeat("kvtlm wjndq cloud pepper stone ", 7))[..length]));

    /// <summary>A phone writes one code for é, a Mac may write two.</summary>
    [Fact]
    public async Task A_password_is_the_same_on_every_keyboard()
    {
        const string Typed = "caf\u00E9 au lait fra\u00EEche";
        var person = await app.AddSomebodyAsync(password: Typed);
        var other = await app.AddSomebodyAsync(password: Typed.Normalize(NormalizationForm.FormD));
        foreach (var number in (string[])[person.Number, other.Number])
        {
            foreach (var form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
                Assert.Equal(302, (await app.TryAsync(number, Typed.Normalize(form))).Status);
        }
    }

    [Fact]
    public async Task A_hash_from_before_still_opens_and_becomes_one_of_the_one_form()
    {
        const string Typed = "cafe\u0301 au lait frai\u0302che";
        var person = await app.AddSomebodyAsync();
        var old = new PasswordHasher<Member>(Microsoft.Extensions.Options.Options
            .Create(new PasswordHasherOptions { IterationCount = 1_000 }));
        await app.ChangeAsync(person, member => member.PasswordHash = old.HashPassword(member, Typed));
        var before = (await app.FindAsync(person)).PasswordHash;
        Assert.Equal(302, (await app.TryAsync(person.Number, Typed.Normalize(NormalizationForm.FormC))).Status);
        Assert.NotEqual(before, (await app.FindAsync(person)).PasswordHash);
        Assert.Equal(302, (await app.TryAsync(person.Number, Typed)).Status);
    }

    [Fact]
    public void A_check_is_one_hash_and_few_for_what_can_be_written_in_several_ways()
    {
        var hasher = new CountingHasher();
        var hash = hasher.HashPassword(new Member(), "tiffin-turmeric-42");
        foreach (var (typed, kept, most) in ((string, string, int)[])[("tiffin-turmeric-42", hash, 1), ("wrong password", hash, 1),
            ("wrong password", hasher.OfNobody, 1), ("caf\u00E9 au lait", hash, 2), ("cafe\u0301 au lait", hasher.OfNobody, 2),
            (new('x', 201), hash, 0)])
        {
            hasher.Hashes = 0;
            hasher.VerifyHashedPassword(new Member(), kept, typed);
            Assert.Equal((typed, most), (typed, hasher.Hashes));
        }
    }

    private sealed class CountingHasher() : MemberPasswordHasher(Microsoft.Extensions.Options.Options
        .Create(new PasswordHasherOptions { IterationCount = 1_000 }))
    {
        public int Hashes { get; set; }

        protected override PasswordVerificationResult VerifyOne(Member user, string hash, string password)
        {
            Hashes++;
            return base.VerifyOne(user, hash, password);
        }
    }
}
