using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Notices.Preferences;

public sealed class PreferencesTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private const string Address = "/account/notices";

    [Fact]
    public async Task Everything_is_ticked_until_somebody_chooses()
    {
        var page = await OpenAsync(await app.NewAsync());
        Assert.Equal("All notifications are on", page.Answer);
        // What operators and admins are told of the installation is not for others to choose, and news of one's own sign-in come always.
        Assert.Equal(
            2 * (Enum.GetValues<NoticeKind>().Length - 3), page.Document.QuerySelectorAll("main input[type=checkbox][checked]").Length);
        Assert.Contains("You have no email address", (await OpenAsync(await app.NewAsync())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_is_kept_shown_and_in_the_trail()
    {
        var person = await app.NewAsync();
        var answer = await SendAsync(person, inbox: ["Tea", "Request"], mail: ["Tea"], "22:00", "06:30");
        Assert.Equal(Address, answer.Location);
        var page = await answer.FollowAsync();
        Assert.Equal("Some notifications are off", page.Answer);
        Assert.Equal("22:00", page.Value("Input.QuietFrom"));
        var settings = await SettingsAsync(person);
        Assert.Equal(Enum.GetNames<NoticeKind>().Except(["Tea", "Request"]), settings.NoInbox);
        Assert.Equal(Enum.GetNames<NoticeKind>().Except(["Tea"]), settings.NoMail);
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(6, 30)), (settings.QuietFrom, settings.QuietUntil));

        // The same again leaves no trace.
        await SendAsync(person, ["Tea", "Request"], ["Tea"], "22:00", "06:30");
        Assert.Single(await app.TrailAsync(settings.Id));
        await SendAsync(person, Enum.GetNames<NoticeKind>(), Enum.GetNames<NoticeKind>(), "", "");
        Assert.Equal("All notifications are on", (await OpenAsync(person)).Answer);
        Assert.Equal(2, (await app.TrailAsync(settings.Id)).Count);
    }

    [Fact]
    public async Task Nothing_at_all_may_be_chosen_too()
    {
        var person = await app.NewAsync();
        Assert.Equal("All notifications are off", (await (await SendAsync(person, [], [], "", "")).FollowAsync()).Answer);
        Assert.Equal(Enum.GetNames<NoticeKind>().Length, (await SettingsAsync(person)).NoInbox.Length);
    }

    [Theory]
    [InlineData("22:00", "", "Input_QuietUntil: Enter the end, or leave both empty.")]
    [InlineData("", "06:00", "Input_QuietFrom: Enter the start, or leave both empty.")]
    [InlineData("late", "06:00", "Input_QuietFrom: Write a time, such as 22:00.")]
    [InlineData("22:00", "25:00", "Input_QuietUntil: Write a time, such as 06:30.")]
    [InlineData("07:00", "07:00", "Input_QuietUntil: Start and end are the same. Choose another time, or leave both empty.")]
    public async Task Hours_that_make_no_sense_are_refused_in_words_and_stay(string from, string until, string message)
    {
        var page = await SendAsync(await app.NewAsync(), ["Tea"], [], from, until);
        Assert.Equal([message], page.Errors);
        Assert.Equal((from, until), (page.Value("Input.QuietFrom"), page.Value("Input.QuietUntil")));
        Assert.Single(page.Document.QuerySelectorAll("main input[type=checkbox][checked]"));
    }

    [Fact]
    public async Task Kinds_that_do_not_exist_are_left_out()
    {
        var person = await app.NewAsync();
        Assert.Equal(302, (await SendAsync(person, ["Nonsense", "Tea", "99"], ["<script>"], "", "")).Status);
        Assert.DoesNotContain("Tea", (await SettingsAsync(person)).NoInbox);
    }

    [Fact]
    public async Task Only_those_who_have_an_inbox_choose()
    {
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(Address)).Location, StringComparison.Ordinal);
        var operators = await app.SignInAsync(Cast.Operator);
        Assert.Equal(403, (await operators.GetAsync(Address)).Status);
        Assert.Null((await operators.GetAsync("/account")).Document.QuerySelector($"main a[href='{Address}']"));
        Assert.NotNull((await (await app.SignInAsync(Cast.Member)).GetAsync("/account")).Document
            .QuerySelector($"main a[href='{Address}']"));
    }

    private async Task<WebPage> OpenAsync(Person person) => await (await app.SignInAsync(person)).GetAsync(Address);

    /// <summary>Sends the form as a browser does, with several values of one name.</summary>
    private async Task<WebPage> SendAsync(Person person, string[] inbox, string[] mail, string from, string until)
    {
        var visitor = await app.SignInAsync(person);
        var token = (await visitor.GetAsync(Address)).Value("__RequestVerificationToken")!;
        List<KeyValuePair<string, string>> fields = [new("__RequestVerificationToken", token), new("Input.QuietFrom", from),
            new("Input.QuietUntil", until)];
        fields.AddRange(inbox.Select(kind => new KeyValuePair<string, string>("Input.Inbox", kind)));
        fields.AddRange(mail.Select(kind => new KeyValuePair<string, string>("Input.Mail", kind)));
        return await visitor.ReadAsync(Address, await visitor.Client.PostAsync(Address, new FormUrlEncodedContent(fields)));
    }

    private async Task<NoticeSettings> SettingsAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync("North", db => db.NoticeSettings.AsNoTracking().SingleAsync(settings => settings.MemberId == id));
    }
}
