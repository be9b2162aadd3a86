using AjsPantry.Infrastructure.Web;
using CsCheck;

namespace AjsPantry.Tests.Infrastructure.Web;

public class PageTimesTests
{
    [Fact]
    public void The_share_of_requests_lies_where_it_is_said_to_a_quarter() =>
        Gen.Int[1, 20_000].Array[1, 200].Sample(times =>
        {
            var pages = new PageTimes(TimeProvider.System);
            Array.ForEach(times, time => pages.Add("/Page", TimeSpan.FromMilliseconds(time), failed: false));
            var page = Assert.Single(pages.Slowest(10));
            var sorted = times.Order().ToArray();
            Assert.Equal((times.Length, sorted[^1]), (page.Requests, page.Longest.TotalMilliseconds));
            foreach (var (share, said) in ((double, TimeSpan)[])[(0.5, page.P50), (0.95, page.P95)])
                Assert.InRange(said.TotalMilliseconds, sorted[(int)Math.Ceiling(share * times.Length) - 1] * 0.999,
                    sorted[(int)Math.Ceiling(share * times.Length) - 1] * 1.2501);
        });

    [Fact]
    public void Failures_count_for_ten_minutes()
    {
        var clock = new TestClock();
        var pages = new PageTimes(clock);
        pages.Add("/Page", TimeSpan.FromMilliseconds(5), failed: true);
        clock.Advance(TimeSpan.FromMinutes(9));
        pages.Add("/Page", TimeSpan.FromMilliseconds(5), failed: false);
        Assert.Equal((2, 1), pages.Recent());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), pages.Recent());
        clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal((0, 0), pages.Recent());
    }

    [Fact]
    public void The_slowest_come_first()
    {
        var pages = new PageTimes(TimeProvider.System);
        foreach (var page in Enumerable.Range(1, 30))
            pages.Add($"/{page}", TimeSpan.FromMilliseconds(page * 20), failed: false);
        Assert.Equal(["/30", "/29", "/28"], pages.Slowest(3).Select(page => page.Page));
    }
}
