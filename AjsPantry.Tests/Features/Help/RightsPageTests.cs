using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Tests.Features.Help;

public sealed class RightsPageTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task The_page_shows_the_table_that_decides()
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/help/rights");
        Assert.Equal("You are a member", page.Answer);
        var roles = page.Document.QuerySelectorAll("thead th.c").Select(head => head.FirstChild!.TextContent).ToList();
        Assert.Equal(["Member", "Tea manager", "Pantry head", "Admin", "Platform operator"], roles);
        var rows = page.Document.QuerySelectorAll("tbody tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent,
                row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList());
        Assert.Equal(Enum.GetValues<Permission>().Length, rows.Count);
        Assert.Equal(["no", "no", "yes", "yes", "no"], rows[Permission.RecordBills.Words()]);
        Assert.Equal(["no", "no", "yes", "yes", "no"], rows[Permission.AppointTeaManagers.Words()]);
        Assert.Equal(["no", "no", "no", "no", "yes"], rows[Permission.OperatePlatform.Words()]);
    }

    [Fact]
    public void Every_permission_has_words_of_its_own() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Contains(' ', permission.Words()));

    [Fact]
    public async Task The_account_page_leads_there() =>
        Assert.NotNull((await (await app.SignInAsync(Cast.Admin)).GetAsync("/account")).Document.QuerySelector("a[href='/help/rights']"));
}
