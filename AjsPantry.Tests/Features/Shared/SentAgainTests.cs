using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Procurement;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>A form that comes a second time with something else in it says so, and keeps what was typed.</summary>
public sealed class SentAgainTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Told = "You already sent this form, and that version is saved. Your later changes are not saved. "
        + "To save them as a new entry, send the form again. To correct the first entry, open it.";

    /// <summary>Forms, and in each the field that is changed and what it says the second time.</summary>
    public static TheoryData<string, string, string> Forms => new()
    {
        { "/expenses/record", "Input.Lines[0].Amount", "9.00" },
        { "/expenses/record", "Input.Lines[0].Category", "Cleaning" },
        { "/expenses/record", "Input.Charges", "2.00" },
        { "/expenses/budgets/add", "Input.Amount", "900" },
        { "/shopping/add", "Input.Rows[0].Item", "Second thing" },
        { "/shopping/add", "Input.Rows[0].Quantity", "3" },
        { "/shopping/add", "Input.Rows[1].Item", "Third thing" },
        { "/loans/add", "Input.Quantity", "3" },
        { "/loans/return", "Input.Quantity", "2" },
        { "/fines/add", "Input.Amount", "90" },
        { "/calendar/events/add", "Input.Title", "Another title" },
        { "/announcements/add", "Input.Text", "Another text" },
        { "/feedback/ideas/add", "Input.Text", "Another text" },
        { "/feedback/ideas/comment", "Input.Text", "Another text" },
        { "/menus/suggestions/add", "Input.Dish", "Another dish" },
        { "/requests/add", "Input.Reason", "Another reason" },
        { "/administration/floors/new", "Input.Name", "Another name" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_same_once_more_is_answered_as_before_and_anything_else_is_told(string form, string field, string changed)
    {
        var (page, typed) = await OpenAsync(form);
        Assert.Equal(302, await StatusAsync(page, typed));
        var rows = await app.ReadAsync("North", CountAsync);
        Assert.Equal(302, await StatusAsync(page, typed));
        var answer = await page.SubmitAsync(new(typed) { [field] = changed });
        Assert.Equal(200, answer.Status);
        Assert.Contains(Told, answer.Text, StringComparison.Ordinal);
        Assert.Equal(rows, await app.ReadAsync("North", CountAsync));
        Assert.Equal(changed, answer.Value(field));
        // What came back is a form that was not sent yet.
        Assert.NotEqual(page.Value("Input.SubmissionId"), answer.Value("Input.SubmissionId"));
        Assert.DoesNotContain(Told, (await answer.SubmitAsync([])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_the_second_time_is_saved_by_sending_it_once_more()
    {
        var (page, typed) = await OpenAsync("/shopping/add");
        Assert.Equal(302, await StatusAsync(page, typed));
        var answer = await page.SubmitAsync(new() { ["Input.Rows[0].Item"] = "Second thing", ["Input.Rows[1].Item"] = "Third thing" });
        Assert.Contains(Told, answer.Text, StringComparison.Ordinal);
        Assert.Equal("2 things added.", (await (await answer.SubmitAsync([])).FollowAsync()).Toast);
        var names = await app.ReadAsync(
            "North", db => db.Set<AjsPantry.Features.Procurement.ShoppingItem>().Select(item => item.Name).Order().ToListAsync());
        Assert.Equal(["First thing", "Second thing", "Third thing"], names);
    }

    [Fact]
    public async Task What_was_added_to_another_thing_is_no_change()
    {
        await app.NeedAsync("Merged rice");
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/shopping/add");
        var asked = await page.SubmitAsync(
            new() { ["Input.Rows[0].Item"] = "Merged rice", ["Input.Rows[0].Unit"] = "kg", ["Input.Rows[1].Item"] = "New oil" });
        Dictionary<string, string> merge = new() { ["Input.Rows[0].Same"] = "merge" };
        Assert.Equal(302, await StatusAsync(asked, merge));
        Assert.Equal(302, await StatusAsync(asked, merge));
        Assert.Equal(3m,
            await app.ReadAsync("North",
                db => db.Set<AjsPantry.Features.Procurement.ShoppingItem>().Where(item => item.Name == "Merged rice")
                    .Select(item => item.Quantity).SingleAsync()));
    }

    private static async Task<int> StatusAsync(WebPage page, Dictionary<string, string> typed)
    {
        var answer = await page.SubmitAsync(typed);
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors) + answer.Text);
        return answer.Status;
    }

    private static async Task<int> CountAsync(PantryDb db) => await db.AuditEntries.CountAsync();

    private async Task<(WebPage Page, Dictionary<string, string> Typed)> OpenAsync(string form)
    {
        var (person, address) = form switch
        {
            "/loans/return" => (Cast.OtherFloorHead, $"/loans/{await app.LoanAsync("Sent loan")}/return"),
            "/feedback/ideas/comment" => (Cast.Head, $"/feedback/ideas/{await app.IdeaAsync("Sent idea", Cast.Member)}/comment"),
            "/administration/floors/new" => (Cast.Admin, form),
            "/requests/add" or "/menus/suggestions/add" or "/feedback/ideas/add" => (Cast.Member, form),
            _ => (Cast.Head, form),
        };
        Dictionary<string, string> typed = form switch
        {
            "/expenses/record" => BillActs.One(1, "S-1").Typed(),
            "/expenses/budgets/add" => new() { ["Input.Kind"] = "Week", ["Input.From"] = "2026-03-16", ["Input.Amount"] = "500" },
            "/shopping/add" => new() { ["Input.Rows[0].Item"] = "First thing" },
            "/loans/add" =>
                new()
                {
                    ["Input.Floor"] = $"{(await app.FloorAsync("North", 2)).Id}",
                    ["Input.Item"] = "Sent thing",
                    ["Input.Quantity"] = "1"
                },
            "/loans/return" => new() { ["Input.Quantity"] = "1" },
            "/fines/add" =>
                new()
                {
                    ["Input.Who"] = $"person:{await app.IdAsync(Cast.Member)}",
                    ["Input.Amount"] = "10",
                    ["Input.Reason"] = "Sent fine"
                },
            "/calendar/events/add" => new() { ["Input.Title"] = "Sent event", ["Input.Date"] = "2026-04-07" },
            "/feedback/ideas/comment" => new() { ["Input.Text"] = "Sent comment" },
            "/menus/suggestions/add" => new() { ["Input.Dish"] = "Sent dish", ["Input.Date"] = "2026-03-20" },
            "/requests/add" =>
                new()
                {
                    ["Input.Kind"] = "Absence",
                    ["Input.Days"] = "",
                    ["Input.From"] = "2026-03-20",
                    ["Input.Until"] = "2026-03-21",
                    ["Input.Reason"] = "Sent reason"
                },
            "/administration/floors/new" => new() { ["Input.Name"] = "Sent floor" },
            _ => new() { ["Input.Title"] = "Sent title", ["Input.Text"] = "Sent text" },
        };
        return (await (await app.SignInAsync(person)).GetAsync(address), typed);
    }
}
