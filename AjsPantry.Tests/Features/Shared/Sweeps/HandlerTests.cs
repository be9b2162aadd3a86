using System.Text.RegularExpressions;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Whatever changes something asks for the right itself: the page's policy is the first door, not the only one. The table below is of
/// those that ask nobody, each with the reason.
/// </summary>
public sealed partial class HandlerTests
{
    private const string OwnAccount = "one's own account, by what the person knows or holds";
    private const string WithinAnother = "called by a handler that has asked, within its unit of work";
    private const string Job = "the installation's own work";

    private static readonly Dictionary<string, string> AskNobody = new()
    {
        ["AcceptInvitation.cs"] = OwnAccount,
        ["ChangePassword.cs"] = OwnAccount,
        ["ChooseTheme.cs"] = OwnAccount,
        ["FeedLinks.cs"] = OwnAccount,
        ["FinishSignIn.cs"] = OwnAccount,
        ["MailForgottenLinks.cs"] = Job,
        ["MakeCodes.cs"] = OwnAccount,
        ["MySessions.cs"] = OwnAccount,
        ["OwnSignIn.cs"] = OwnAccount,
        ["SignInByPassword.cs"] = OwnAccount,
        ["SignOutDevices.cs"] = OwnAccount,
        ["TurnOff.cs"] = OwnAccount,
        ["TurnOn.cs"] = OwnAccount,
        ["StopMails.cs"] = OwnAccount,
        ["ReadFeed.cs"] = OwnAccount,
        ["AddOperator.cs"] = "a command on the server",
        ["ResetOperatorSecondStep.cs"] = "a command on the server",
        ["BillPosting.cs"] = WithinAnother,
        ["BudgetAlert.cs"] = WithinAnother,
        ["CookingSwapCourse.cs"] = WithinAnother,
        ["DutyDesk.cs"] = WithinAnother,
        ["FileRoomNotice.cs"] = WithinAnother,
        ["FollowTurns.cs"] = WithinAnother,
        ["MealPhotos.cs"] = WithinAnother,
        ["ReleaseRoom.cs"] = WithinAnother,
        ["SecondVoice.cs"] = WithinAnother,
        ["TenantActs.cs"] = WithinAnother,
        ["SwapCourse.cs"] = "asks for the right that its feature names",
        ["ImportBatch.cs"] = Job,
        ["ImportMembers.cs"] = Job,
        ["RaiseAlerts.cs"] = Job,
    };

    [Fact]
    public void Whatever_changes_something_asks_for_the_right_or_says_why_not()
    {
        var handlers = Sources.Files("AjsPantry/Features", "*.cs").Where(file => !file.EndsWith(".cshtml.cs", StringComparison.Ordinal))
            .Where(file => !file.Replace('\\', '/').Contains("/Platform/Demo/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(file => Changes().IsMatch(file.Text) && !IsJob().IsMatch(file.Text)).ToList();
        Assert.NotEmpty(handlers);
        var silent = handlers.Where(file => !file.Text.Contains(".Demand(Permission.", StringComparison.Ordinal))
            .Select(file => file.Name).Order(StringComparer.Ordinal);
        Assert.Equal(AskNobody.Keys.Order(StringComparer.Ordinal), silent);
    }

    /// <summary>
    /// What shows how the product is must have passed the product's own rules. By hand come the platform with its operator, before whom
    /// nobody can do anything, and the sessions from which the people of the demo act.
    /// </summary>
    [Fact]
    public void Demo_data_comes_of_what_people_do()
    {
        var byHand = Sources.Files("AjsPantry/Features/Platform/Demo", "*.cs").Where(file => Changes().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        Assert.Equal(["DemoLoader.cs", "DemoStage.cs"], byHand);
    }

    [GeneratedRegex(@"\b(SaveChangesAsync|TrySaveAsync|ExecuteUpdateAsync|ExecuteDeleteAsync|CommitAsync)\(|> HandleAsync\(")]
    private static partial Regex Changes();

    [GeneratedRegex(@"class \w+\([^)]*\)\s*:\s*(DailyJob|MonthlyJob|TenantJob|TeaReminder)\b")]
    private static partial Regex IsJob();
}
