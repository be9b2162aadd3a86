using System.Net;
using AjsPantry.Infrastructure.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Limits;

/// <summary>The counts behind the doors, with the figures that an installation has when it sets none.</summary>
public sealed class TryLimitsTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task An_account_has_eight_tries_a_minute_wherever_they_come_from()
    {
        for (var tries = 1; tries <= 8; tries++)
            Assert.Null(await TryAsync($"10.1.0.{tries}", " Asha"));
        app.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(40), await TryAsync("10.1.0.9", "asha "));
        Assert.Null(await TryAsync("10.1.0.9", "bela"));
        app.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(await TryAsync("10.1.0.9", "asha"));
    }

    [Fact]
    public async Task An_account_has_twenty_tries_an_hour_and_forty_a_day_and_refused_ones_do_not_add_up()
    {
        for (var hour = 0; hour < 2; hour++)
        {
            for (var minute = 0; minute < 3; minute++)
            {
                for (var tries = 0; tries < 20; tries++)
                    Assert.Equal(tries < (minute < 2 ? 8 : 4), await TryAsync("10.2.0.1", "chand") is null);
                app.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            if (hour == 0)
                Assert.Equal(TimeSpan.FromMinutes(57), await TryAsync("10.2.0.2", "chand"));
            app.Clock.Advance(TimeSpan.FromMinutes(57));
        }

        Assert.Equal(TimeSpan.FromHours(22), await TryAsync("10.2.0.2", "chand"));
        app.Clock.Advance(TimeSpan.FromHours(22));
        Assert.Null(await TryAsync("10.2.0.2", "chand"));
    }

    [Fact]
    public async Task Whoever_used_up_an_address_keeps_no_account_from_its_owner()
    {
        for (var tries = 0; tries < 200; tries++)
            Assert.Equal(tries < 120, await TryAsync("10.3.0.1", tries < 120 ? $"victim-{tries}" : "victim") is null);
        Assert.Null(await TryAsync("10.3.0.2", "victim"));
    }

    [Fact]
    public async Task A_residence_behind_one_address_signs_in_at_once_as_long_as_few_mistype()
    {
        for (var person = 0; person < 1200; person++)
        {
            Assert.Null(await TryAsync("10.4.0.1", $"person-{person}"));
            if (person % 20 != 0)
                await Limits().ForgiveAsync(From("10.4.0.1"), "door", $"person-{person}", CancellationToken.None);
        }
    }

    [Theory]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("10.5.0.1", "::ffff:10.5.0.1", true)]
    public async Task One_line_is_one_address(string first, string second, bool same)
    {
        for (var tries = 0; tries < 120; tries++)
            Assert.Null(await TryAsync(first, null));
        Assert.Equal(same, await TryAsync(second, null) is not null);
    }

    [Fact]
    public async Task Of_many_tries_at_once_no_more_than_eight_pass_on_any_node()
    {
        var limits = new[] { Limits(), Limits() };
        var waits = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(number => limits[number % 2].CountAsync(From($"10.6.0.{number}"), "door", "deepa", CancellationToken.None)));
        Assert.Equal(8, waits.Count(wait => wait is null));
    }

    [Fact]
    public async Task Nothing_typed_is_kept_and_what_is_over_is_forgotten()
    {
        await TryAsync("10.7.0.1", "my-secret-password");
        Assert.Equal(0L, await CountedAsync("WHERE encode(key, 'escape') LIKE '%secret%'"));
        app.Clock.Advance(TimeSpan.FromHours(25));
        await TryAsync("10.7.0.1", null);
        await Limits().ForgetAsync(CancellationToken.None);
        Assert.Equal(1L, await CountedAsync());
    }

    private Task<long> CountedAsync(string where = "") =>
        TestServer.ScalarAsync<long>(TestServer.AsSuperuser(app.Database), $"SELECT count(*) FROM tries {where}");

    private Task<TimeSpan?> TryAsync(string address, string? account) =>
        Limits().CountAsync(From(address), "door", account, CancellationToken.None);

    private TryLimits Limits() => new(app.Services.GetRequiredService<NpgsqlDataSource>(), new ConfigurationBuilder().Build(), app.Clock);

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
