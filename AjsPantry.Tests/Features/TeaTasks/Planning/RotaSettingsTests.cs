using AjsPantry.Features.TeaTasks;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

/// <summary>What a floor sets for its tea, and sees of its fairness.</summary>
public sealed class RotaSettingsTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private Task<Visitor> Manager => app.SignInAsync(Cast.TeaManager);

    public async ValueTask InitializeAsync() => await app.SlotAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Somebody_of_the_floor_must_take_part()
    {
        var page = await (await Manager).GetAsync("/tea/plan/make");
        Assert.Equal(["Input_People: Choose who takes part."],
            (await page.SubmitAsync(
                new()
                {
                    ["Input.From"] = "2026-03-16",
                    ["Input.Until"] = "2026-03-17",
                    ["Input.People"] = $"{await app.IdAsync(Cast.OtherFloorMember)}"
                })).Errors);
    }

    [Fact]
    public async Task Times_are_added_changed_and_taken_out_of_use()
    {
        var page = await (await Manager).GetAsync("/tea/slots/new");
        var values = new Dictionary<string, string> { ["Input.Name"] = "Evening", ["Input.At"] = "17:30", ["Input.People"] = "2" };
        Assert.Equal("/tea/slots", (await page.SubmitAsync(values)).Location);
        Assert.Equal(
            ["Input_Name: This name is already used. Choose another name, or edit that time."], (await page.SubmitAsync(values)).Errors);
        Assert.Equal(
            3, (await page.SubmitAsync(new() { ["Input.Name"] = "", ["Input.At"] = "late", ["Input.People"] = "11" })).Errors.Count);
        var list = await (await Manager).GetAsync("/tea/slots");
        Assert.Equal("Tea twice a day", list.Answer);
        Assert.Contains("17:30, 2 people, every day", list.Text, StringComparison.Ordinal);
        var address = list.Document.QuerySelectorAll("a.cover").Single(link => link.TextContent == "Evening").GetAttribute("href")!;
        var mine = await (await Manager).GetAsync(address);
        var theirs = await (await app.SignInAsync(Cast.Head)).GetAsync(address);
        Assert.Equal(302, (await theirs.SubmitAsync(new() { ["Input.At"] = "18:00" })).Status);
        var late = await mine.SubmitAsync(new() { ["Input.People"] = "3" });
        Assert.Contains("They saved Evening: 18:00, 2 people", late.Text, StringComparison.Ordinal);
        Assert.Equal("3", late.Value("Input.People"));
        Assert.Equal(302, (await late.SubmitAsync([])).Status);
        Assert.Equal(302, (await (await (await Manager).GetAsync(address + "/archive")).SubmitAsync([])).Status);
        Assert.Equal(404, (await (await Manager).GetAsync(address)).Status);
        foreach (var stranger in (Person[])[Cast.OtherFloorTeaManager, Cast.OtherTenantTeaManager])
            Assert.Equal(404, (await (await app.SignInAsync(stranger)).GetAsync($"/tea/slots/{await app.SlotAsync()}")).Status);
    }

    [Fact]
    public async Task The_floor_says_how_far_back_turns_count()
    {
        var page = await (await Manager).GetAsync("/tea/slots");
        Assert.Equal("180", page.Value("Input.Days"));
        Assert.Equal(["Input_Days: Write 30 to 366 days."], (await page.SubmitAsync(new() { ["Input.Days"] = "7" })).Errors);
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Days"] = "30" })).Status);
        await app.DutyAsync(new DateOnly(2026, 2, 1), Cast.Member, TeaState.Done);
        Assert.Contains("in 30 days", (await (await Manager).GetAsync("/tea/plan/make")).Text, StringComparison.Ordinal);
        Assert.Equal("Nobody has made tea yet", (await (await Manager).GetAsync("/tea/fairness")).Answer);
    }

    [Fact]
    public async Task Fairness_is_open_to_the_floor()
    {
        await app.DutyAsync(new DateOnly(2026, 3, 1), Cast.Member, TeaState.Done);
        await app.DutyAsync(new DateOnly(2026, 3, 2), Cast.Member, TeaState.Missed);
        await app.DutyAsync(new DateOnly(2026, 3, 3), Cast.Head, TeaState.Done);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/tea/fairness");
        Assert.Equal("Everybody has 0 to 2 turns", page.Answer);
        Assert.Equal(3, page.Document.QuerySelectorAll("circle").Length);
        Assert.Contains("North Member 1 You21100",
            string.Concat(page.Document.QuerySelectorAll("tbody tr")[^1].TextContent.Split('\n', StringSplitOptions.TrimEntries)),
            StringComparison.Ordinal);
        Assert.Equal("Nobody has made tea yet", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync("/tea/fairness")).Answer);
    }

    [Theory]
    [InlineData("/tea?month=soon", 404)]
    [InlineData("/tea?month=2126-01", 404)]
    [InlineData("/tea?month=2026-12", 200)]
    public async Task A_month_that_is_none_is_not_found(string address, int status) =>
        Assert.Equal(status, (await (await Manager).GetAsync(address)).Status);
}
