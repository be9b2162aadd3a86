using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account.SignIn;

/// <summary>
/// Limits slow the stranger and not the owner. The figures are those that an installation has when it sets none; requests say from which
/// address they come, as behind a proxy.
/// </summary>
public sealed class StrangersTests(StrangersTests.UsualApp app) : IClassFixture<StrangersTests.UsualApp>
{
    private const int Passes = 200;
    private const int Waits = 429;

    [Fact]
    public async Task Whoever_hammers_a_number_keeps_its_owner_out_nowhere()
    {
        var person = await app.AddSomebodyAsync();
        var phone = From("10.0.0.1");
        Assert.Equal("/", (await TryAsync(phone, person.Number, Cast.Password)).Location);
        await (await phone.GetAsync("/sign-out")).SubmitAsync([]);
        await HammerAsync("10.0.0.2", person.Number);

        Assert.Equal("/", (await TryAsync(phone, person.Number, Cast.Password)).Location);
        Assert.Equal("/", (await TryAsync(From("10.0.0.3"), person.Number, Cast.Password)).Location);
    }

    [Fact]
    public async Task On_the_own_phone_even_the_strangers_address_and_a_number_tried_from_everywhere_do_not_matter()
    {
        var person = await app.AddSomebodyAsync();
        var phone = From("10.0.1.1");
        await TryAsync(phone, person.Number, Cast.Password);
        await (await phone.GetAsync("/sign-out")).SubmitAsync([]);
        for (var place = 1; place <= 13; place++)
            await HammerAsync($"10.0.1.{place}", person.Number);
        Assert.Equal(Waits, (await TryAsync(From("10.0.1.200"), person.Number, Cast.Password)).Status);
        Assert.Equal("/", (await TryAsync(phone, person.Number, Cast.Password)).Location);
    }

    [Fact]
    public async Task The_own_phone_has_eight_tries_a_minute_too()
    {
        var person = await app.AddSomebodyAsync();
        var other = await app.AddSomebodyAsync();
        var phone = From("10.0.2.1");
        await TryAsync(phone, person.Number, Cast.Password);
        await (await phone.GetAsync("/sign-out")).SubmitAsync([]);
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(Passes, (await TryAsync(phone, person.Number, "wrong")).Status);
        Assert.Equal(Waits, (await TryAsync(phone, person.Number, Cast.Password)).Status);
        // A phone that knows one account is a stranger to every other.
        await HammerAsync("10.0.2.1", other.Number, phone);
    }

    [Fact]
    public async Task From_however_many_addresses_a_number_can_be_guessed_two_hundred_times_a_day()
    {
        var person = await app.AddSomebodyAsync();
        var guesses = 0;
        var visitor = app.Visit();
        var page = await visitor.GetAsync("/sign-in");
        for (var hour = 0; hour < 24; hour++)
        {
            // Each hour from new addresses, until nobody may any more.
            for (var place = 0; place < 30; place++)
            {
                Come(visitor, $"10.{hour + 1}.3.{place}");
                var passed = 0;
                while (passed < 9 && (await page.SubmitAsync(Typed(person.Number, "wrong"))).Status == Passes)
                    passed++;
                guesses += passed;
                if (passed == 0)
                    break;
                if (place % 7 == 6)
                    app.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            app.Clock.Advance(TimeSpan.FromMinutes(56));
        }

        Assert.InRange(guesses, 190, 200);
    }

    [Theory]
    [InlineData("k-{0}")]
    [InlineData("\u212A-{0}")]
    [InlineData("\uFF2B\u2011{0}\u200B")]
    [InlineData(" K - {0} ")]
    public async Task One_number_is_one_count_however_it_is_written(string spelling)
    {
        var person = await app.AddSomebodyAsync(number: $"K-{spelling.Length}{(int)spelling[0]}");
        await HammerAsync("10.0.4.1", person.Number);
        Assert.Equal(Waits,
            (await TryAsync(From("10.0.4.1"), spelling.Replace("{0}", person.Number[2..], StringComparison.Ordinal), "wrong")).Status);
    }

    [Fact]
    public async Task One_resident_does_not_stop_the_neighbours_behind_the_same_address()
    {
        var neighbour = await app.AddSomebodyAsync();
        var known = await app.AddSomebodyAsync();
        var phone = From("10.0.5.1");
        await TryAsync(phone, known.Number, Cast.Password);
        await (await phone.GetAsync("/sign-out")).SubmitAsync([]);
        for (var number = 0; number < 4; number++)
            await HammerAsync("10.0.5.1", $"victim-{number}");
        Assert.Equal("/", (await TryAsync(From("10.0.5.1"), neighbour.Number, Cast.Password)).Location);

        // Whoever goes through all numbers is stopped, and those who signed in from here before still are not.
        for (var number = 0; number < 88; number++)
            await TryAsync(From("10.0.5.1"), $"number-{number}", "wrong");
        Assert.Equal(Waits, (await TryAsync(From("10.0.5.1"), neighbour.Number, Cast.Password)).Status);
        Assert.Equal("/", (await TryAsync(phone, known.Number, Cast.Password)).Location);
    }

    [Fact]
    public async Task Asking_for_a_link_is_counted_where_it_comes_from()
    {
        var stranger = From("10.0.6.1");
        var owner = From("10.0.6.2");
        for (var tries = 0; tries < 8; tries++)
            Assert.Equal(
                Passes, (await (await stranger.GetAsync("/forgot")).SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number })).Status);
        Assert.Equal(Waits, (await (await stranger.GetAsync("/forgot")).SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number })).Status);
        Assert.Equal(Passes, (await (await owner.GetAsync("/forgot")).SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number })).Status);
    }

    [Fact]
    public async Task A_good_link_opens_whatever_others_did_from_the_same_address()
    {
        var link = await app.InviteAsync("ST-1");
        for (var tries = 0; tries < 121; tries++)
            await From("10.0.7.1").GetAsync($"/join/{Guid.NewGuid():N}.{tries}");
        Assert.Equal(Waits, (await From("10.0.7.1").GetAsync($"/join/{Guid.NewGuid():N}.x")).Status);
        Assert.Equal(Passes, (await From("10.0.7.1").GetAsync(link.Path)).Status);
    }

    /// <summary>Eight wrong passwords, after which one has to wait.</summary>
    private async Task HammerAsync(string address, string name, Visitor? with = null)
    {
        var visitor = with ?? From(address);
        var page = await visitor.GetAsync("/sign-in");
        for (var tries = 0; tries < 8; tries++)
            await page.SubmitAsync(Typed(name, "wrong"));
        Assert.Equal(Waits, (await page.SubmitAsync(Typed(name, "wrong"))).Status);
    }

    private Visitor From(string address)
    {
        var visitor = app.Visit();
        Come(visitor, address);
        return visitor;
    }

    private static void Come(Visitor visitor, string address)
    {
        visitor.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
    }

    private static Dictionary<string, string> Typed(string name, string password) =>
        new() { ["Input.Name"] = name, ["Input.Password"] = password };

    private static async Task<WebPage> TryAsync(Visitor visitor, string name, string password) =>
        await (await visitor.GetAsync("/sign-in")).SubmitAsync(Typed(name, password));

    public sealed class UsualApp : MailApp
    {
        protected override bool IsShared => false;

        protected override IReadOnlyDictionary<string, string> Settings(string database) =>
            new Dictionary<string, string>(base.Settings(database))
            {
                ["SignIn:TriesPerMinute"] = "120",
                ["SignIn:TriesPerHour"] = "1000",
                ["SignIn:TriesPerDay"] = "5000",
                ["SignIn:AccountTriesPerMinute"] = "8",
                ["SignIn:AccountTriesPerHour"] = "20",
                ["SignIn:AccountTriesPerDay"] = "40",
                ["SignIn:StrangerTriesPerMinute"] = "60",
                ["SignIn:StrangerTriesPerHour"] = "100",
                ["SignIn:StrangerTriesPerDay"] = "200",
                ["SignIn:CodeTriesPerMinute"] = "30",
                ["SignIn:CodeTriesPerHour"] = "60",
                ["SignIn:CodeTriesPerDay"] = "100",
            };
    }
}
