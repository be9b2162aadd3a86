using System.Globalization;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Tenancy;
using CsCheck;

namespace AjsPantry.Tests.Features.Notices;

public sealed class QuietHoursTests
{
    private static readonly string[] Zones = ["Asia/Kolkata", "America/New_York", "Australia/Lord_Howe", "America/Santiago"];

    [Theory]
    // Within one day.
    [InlineData("Asia/Kolkata", "13:00", "15:00", "2026-03-15T08:00:00Z", "2026-03-15T09:30:00Z")]
    [InlineData("Asia/Kolkata", "13:00", "15:00", "2026-03-15T09:30:00Z", "2026-03-15T09:30:00Z")]
    [InlineData("Asia/Kolkata", "13:00", "15:00", "2026-03-15T07:29:00Z", "2026-03-15T07:29:00Z")]
    // Past midnight, before and after it; they begin with their first minute and end before their last.
    [InlineData("Asia/Kolkata", "22:00", "06:30", "2026-03-15T16:30:00Z", "2026-03-16T01:00:00Z")]
    [InlineData("Asia/Kolkata", "22:00", "06:30", "2026-03-15T20:00:00Z", "2026-03-16T01:00:00Z")]
    [InlineData("Asia/Kolkata", "22:00", "06:30", "2026-03-16T01:00:00Z", "2026-03-16T01:00:00Z")]
    [InlineData("Asia/Kolkata", "22:00", "00:00", "2026-03-15T17:00:00Z", "2026-03-15T18:30:00Z")]
    // New York puts its clocks forward at 02:00 on 8 March 2026: that night is an hour shorter.
    [InlineData("America/New_York", "22:00", "06:30", "2026-03-08T04:00:00Z", "2026-03-08T10:30:00Z")]
    // 02:30 does not come that night; an hour later does.
    [InlineData("America/New_York", "22:00", "02:30", "2026-03-08T04:00:00Z", "2026-03-08T07:30:00Z")]
    // And back at 02:00 on 1 November 2026: an hour longer, and 01:30 comes twice.
    [InlineData("America/New_York", "22:00", "06:30", "2026-11-01T03:00:00Z", "2026-11-01T11:30:00Z")]
    [InlineData("America/New_York", "22:00", "01:30", "2026-11-01T05:10:00Z", "2026-11-01T06:30:00Z")]
    [InlineData("America/New_York", "22:00", "01:30", "2026-11-01T06:10:00Z", "2026-11-01T06:30:00Z")]
    public void Mail_leaves_when_they_are_over(string zone, string from, string until, string now, string leaves) =>
        Assert.Equal(At(leaves), Settings(Time(from), Time(until)).EndOfQuiet(At(now), Tenant(zone)));

    [Fact]
    public void Without_them_mail_leaves_at_once()
    {
        var now = At("2026-03-15T20:00:00Z");
        Assert.Equal(now, ((NoticeSettings?)null).EndOfQuiet(now, Tenant("Asia/Kolkata")));
        Assert.Equal(now, Settings(null, null).EndOfQuiet(now, Tenant("Asia/Kolkata")));
        Assert.Equal(now, Settings(Time("22:00"), Time("22:00")).EndOfQuiet(now, Tenant("Asia/Kolkata")));
    }

    [Fact]
    public void Whatever_the_hours_mail_waits_no_longer_than_a_day_and_never_leaves_before_it_was_written() =>
        Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439], Gen.Int[0, 365 * 24 * 60], Gen.Int[0, Zones.Length - 1])
            .Sample((from, until, minute, place) =>
            {
                var now = At("2026-01-01T00:00:00Z").AddMinutes(minute);
                var tenant = Tenant(Zones[place]);
                var leaves = Settings(TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(until)).EndOfQuiet(now, tenant);
                // The longest night is one on which clocks are put back.
                Assert.InRange(leaves, now, now.AddHours(25));
            });

    private static NoticeSettings Settings(TimeOnly? from, TimeOnly? until) =>
        new() { MemberId = Guid.NewGuid(), QuietFrom = from, QuietUntil = until };

    private static TenantView Tenant(string zone) => new(Guid.NewGuid(), "Test", zone, "en-IN", "INR");

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
