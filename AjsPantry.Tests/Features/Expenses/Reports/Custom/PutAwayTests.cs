using AjsPantry.Features.Expenses.Reports.Custom;
using AjsPantry.Features.Expenses.Reports.Stored;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

/// <summary>A chosen report that was made by mistake is put away, never deleted.</summary>
public sealed class PutAwayTests(PantryApp app) : IClassFixture<PantryApp>
{
    private async Task<string> ListAsync(bool away = false) =>
        (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/reports?year=2026{(away ? "&away=true" : "")}")).Text;

    private async Task<WebPage> PageAsync(Guid id) =>
        await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/reports/chosen/{id}");

    [Fact]
    public async Task It_leaves_the_list_with_who_and_when_is_found_under_a_filter_and_comes_back()
    {
        await app.RecordAsync("North", 1, BillActs.One(10, date: new DateOnly(2026, 3, 2)));
        var id = await app.ChosenAsync("By mistake");
        Assert.Contains("By mistake", await ListAsync(), StringComparison.Ordinal);
        var page = await PageAsync(id);
        Assert.Equal(("/expenses/reports", 302), ((await page.SubmitAsync([])).Location, (await page.SubmitAsync([])).Status));
        var list = await ListAsync();
        Assert.DoesNotContain("By mistake", list, StringComparison.Ordinal);
        Assert.Contains("Archived: 1", list, StringComparison.Ordinal);
        Assert.Contains($"archived by {Cast.Head.Name} today", await ListAsync(away: true), StringComparison.Ordinal);
        var away = await PageAsync(id);
        Assert.Contains($"{Cast.Head.Name} archived this report today", away.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/report/{id}/pdf")).Status);
        Assert.Equal("The report is back in the list.", (await (await away.SubmitAsync([])).FollowAsync()).Toast);
        Assert.Contains("By mistake", await ListAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Archived:", await ListAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync("North", db => db.Reports.CountAsync(report => report.Title == "By mistake")));
    }

    [Fact]
    public async Task Only_chosen_reports_of_the_own_floor_are_put_away()
    {
        await app.RecordAsync("North", 1, BillActs.One(10, date: new DateOnly(2026, 2, 2)));
        await app.RecordAsync("North", 1, BillActs.One(10, "1002", date: new DateOnly(2026, 3, 2)));
        var month = await app.MakeReportAsync("North", 1, new DateOnly(2026, 2, 1));
        var chosen = await app.ChosenAsync("Of floor 1");
        (Person, Guid, int)[] cases =
            [(Cast.Head, month.Id, 404), (Cast.OtherFloorHead, chosen, 404), (Cast.OtherTenantHead, chosen, 404),
                (Cast.Member, chosen, 403)];
        foreach (var (person, id, status) in cases)
        {
            var visitor = await app.SignInAsync(person);
            foreach (var handler in (string[])["", "?handler=Out"])
                Assert.Equal(status, (await visitor.PostAsync($"/expenses/reports/chosen/{id}{handler}")).Status);
        }

        Assert.Equal(0, await app.ReadAsync("North", db => db.ReportPutAways.CountAsync()));
    }
}
