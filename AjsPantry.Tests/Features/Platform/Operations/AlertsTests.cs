using AjsPantry.Features.Platform.Operations;
using CsCheck;

namespace AjsPantry.Tests.Features.Platform.Operations;

public class AlertsTests
{
    private static readonly DateTimeOffset Now = TestClock.Beginning;

    private static readonly WatchFigures Well = new(
        Now, true, Now.AddHours(-7), Now.AddHours(-6), 0, Now.AddSeconds(-3), true, 0, Now.AddMinutes(-1), "one", 900, 1);

    private static IEnumerable<string> Kinds(WatchFigures figures) => Alerts.Of(figures).Select(alert => alert.Kind);

    [Fact]
    public void Nothing_is_wrong_with_what_is_well() => Assert.Empty(Alerts.Of(Well));

    [Fact]
    public void Each_trouble_has_its_alert()
    {
        Assert.Equal(["backup"], Kinds(Well with { LastBackup = Now.AddHours(-26.1) }));
        Assert.Equal(["backup", "restore_drill"], Kinds(Well with { LastBackup = null, LastDrill = null }));
        Assert.Equal(["restore_drill"], Kinds(Well with { LastDrill = Now.AddDays(-2) }));
        Assert.Equal(["jobs"], Kinds(Well with { OldestJob = Now.AddMinutes(-16) }));
        Assert.Equal(["jobs"], Kinds(Well with { GivenUp = 1, OldestJob = Now.AddMinutes(-16) }));
        Assert.Equal(["mail"], Kinds(Well with { StuckMails = 2 }));
        Assert.Equal(["mail"], Kinds(Well with { MailDueSince = Now.AddMinutes(-31) }));
        Assert.Equal(["pages:one"], Kinds(Well with { Requests = 100, Failures = 5 }));
    }

    [Fact]
    public void What_is_no_trouble_has_none()
    {
        Assert.Empty(Kinds(Well with { BackupsExpected = false, LastBackup = null, LastDrill = null }));
        Assert.Empty(Kinds(Well with { MailOn = false, StuckMails = 3, MailDueSince = Now.AddDays(-3) }));
        // Four failures are a mishap however few pages there were, and five of a thousand too.
        Assert.Empty(Kinds(Well with { Requests = 4, Failures = 4 }));
        Assert.Empty(Kinds(Well with { Requests = 1000, Failures = 5 }));
    }

    [Fact]
    public void Worse_figures_never_take_an_alert_away() =>
        Gen.Select(
            Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 20]).Sample((backup, drill, job, mail, failures) =>
        {
            WatchFigures At(int more) => Well with
            {
                LastBackup = Now.AddHours(-backup - more),
                LastDrill = Now.AddHours(-drill - more),
                OldestJob = Now.AddMinutes(-job - more),
                MailDueSince = Now.AddMinutes(-mail - more),
                Requests = 100,
                Failures = failures + more,
            };
            Assert.Subset(Kinds(At(3)).ToHashSet(), Kinds(At(0)).ToHashSet());
        });

    [Theory]
    [InlineData(0, "0 minutes")]
    [InlineData(1, "1 minute")]
    [InlineData(119, "119 minutes")]
    [InlineData(120, "2 hours")]
    [InlineData(71 * 60, "71 hours")]
    [InlineData(72 * 60, "3 days")]
    public void An_age_is_said_in_the_unit_that_tells_most(int minutes, string words) =>
        Assert.Equal(words, Alerts.Age(Now.AddMinutes(-minutes), Now));

    [Fact]
    public void Only_the_node_itself_says_that_its_pages_are_well_again()
    {
        Assert.True(Alerts.CanClear("mail", Now, Well));
        Assert.True(Alerts.CanClear("pages:one", Now, Well));
        Assert.False(Alerts.CanClear("pages:two", Now.AddHours(-23), Well));
        // A node that was taken away will not say so.
        Assert.True(Alerts.CanClear("pages:two", Now.AddHours(-25), Well));
    }

    [Theory]
    [InlineData(null, "server")]
    [InlineData("http://127.0.0.1:5101", "server:5101")]
    [InlineData("http://127.0.0.1:5102/;https://127.0.0.1:5103", "server:5102")]
    [InlineData("http://[::1]:5101", "server:5101")]
    [InlineData("http://localhost", "server")]
    public void Nodes_of_one_machine_have_names_of_their_own(string? addresses, string name)
    {
        Assert.Equal(name, AjsPantry.Infrastructure.Web.Nodes.NodeName.Of("server", addresses));
    }
}
