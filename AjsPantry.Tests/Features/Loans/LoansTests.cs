using AjsPantry.Features.Loans;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Loans;

/// <summary>Lending between the two floors of North. Each test has loans of its own.</summary>
public sealed class LoansTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private Task<Visitor> Other => app.SignInAsync(Cast.OtherFloorHead);

    [Fact]
    public async Task What_is_lent_is_confirmed_and_comes_back_in_parts()
    {
        var lent = await LendAsync("Basmati rice", "5", "kg", due: "2026-03-20", notes: "The good one");
        Assert.True(lent.Status == 302, string.Join(' ', lent.Errors));
        var page = await lent.FollowAsync();
        Assert.Equal("Basmati rice is recorded. Floor 2 was asked to confirm it.", page.Toast);
        Assert.Equal("Floor 2 has not confirmed it yet", page.Answer);
        var id = await IdAsync("Basmati rice");
        Assert.Equal([Cast.OtherFloorHead.Number], await app.ToldAsync(id, "offered"));

        Assert.Equal(302, (await DecideAsync(await Other, $"/loans/{id}/answer", "came")).Status);
        Assert.Equal(LoanState.Lent, (await app.FindLoanAsync(id)).State);
        Assert.Equal([Cast.Head.Number], await app.ToldAsync(id, "answered"));
        Assert.Empty(await app.ToldAsync(id, "offered"));

        Assert.Equal(302, (await BackAsync(id, "2")).Status);
        var part = Assert.Single((await app.FindLoanAsync(id)).Returns).Id;
        Assert.Equal([Cast.Head.Number], await app.ToldAsync(id, "return", $"{part}"));
        Assert.Equal("Did 2 kg come back?", (await (await Head).GetAsync($"/loans/{id}")).Answer.Replace('\u00a0', ' '));
        Assert.Equal(302, (await DecideAsync(await Head, $"/loans/returns/{part}", "came")).Status);
        Assert.Equal("3 kg is still with Floor 2", (await (await Head).GetAsync($"/loans/{id}")).Answer.Replace('\u00a0', ' '));
        Assert.Equal("3 kg to give back", (await (await Other).GetAsync($"/loans/{id}")).Answer.Replace('\u00a0', ' '));

        // It did not come: it is not returned yet.
        await BackAsync(id, "3");
        var missing = (await app.FindLoanAsync(id)).Returns.Single(back => back.Confirmed is null).Id;
        Assert.Equal(["Input_Reason: Write what is wrong."], (await DecideAsync(await Head, $"/loans/returns/{missing}", "not")).Errors);
        Assert.Equal(302, (await DecideAsync(await Head, $"/loans/returns/{missing}", "not", "Nobody brought it")).Status);
        Assert.Contains("Nobody brought it", (await (await Other).GetAsync($"/loans/{id}")).Text, StringComparison.Ordinal);
        await BackAsync(id, "3");
        var last = (await app.FindLoanAsync(id)).Returns.Single(back => back.Confirmed is null).Id;
        Assert.Equal(302, (await DecideAsync(await Head, $"/loans/returns/{last}", "came")).Status);
        Assert.Equal(LoanState.Returned, (await app.FindLoanAsync(id)).State);
        Assert.Contains("Basmati rice", (await (await Other).GetAsync("/loans?show=ended")).Text, StringComparison.Ordinal);
        Assert.Contains(await app.TrailAsync(missing), entry => entry.Reason == "Nobody brought it");
    }

    [Fact]
    public async Task Money_has_no_unit_and_two_decimals()
    {
        Assert.Equal(["Input_Quantity: Write the amount in digits, with two decimals at most, such as 460.00."],
            (await LendAsync("Gas money", "10.005", "kg", kind: "Money")).Errors);
        Assert.Equal(302, (await LendAsync("Gas money", "1,000.50", "kg", kind: "Money")).Status);
        var id = await IdAsync("Gas money");
        var loan = await app.FindLoanAsync(id);
        Assert.Equal((1000.50m, null), (loan.Quantity, loan.Unit));
        Assert.Contains("₹1,000.50", (await (await Other).GetAsync($"/loans/{id}/answer")).Answer, StringComparison.Ordinal);
        await DecideAsync(await Other, $"/loans/{id}/answer", "came");
        foreach (var typed in new[] { "0.125", "" })
            Assert.Equal(["Input_Quantity: Write the amount in digits, with two decimals at most, such as 460.00."],
                (await BackAsync(id, typed)).Errors);
        Assert.Equal("1000.50", (await (await Other).GetAsync($"/loans/{id}/return")).Value("Input.Quantity"));
        Assert.Equal(302, (await BackAsync(id, "1.50")).Status);
        var facts = (await (await Other).GetAsync($"/loans/{id}")).Document.QuerySelectorAll(".facts2 :is(dt, dd)")
            .Select(fact => fact.TextContent.Trim()).ToList();
        Assert.Equal(["Not returned yet", "₹999.00", "Returned, not confirmed yet", "₹1.50"],
            facts.SkipWhile(fact => fact != "Not returned yet").Take(4));
    }

    [Theory]
    [InlineData("", "Grocery", "Item", "1", "kg", "", "Input_Floor: Choose who borrows it.")]
    [InlineData("own", "Grocery", "Item", "1", "kg", "", "Input_Floor: That one is no longer in use. Choose another.")]
    [InlineData("foreign", "Grocery", "Item", "1", "kg", "", "Input_Floor: That one is no longer in use. Choose another.")]
    [InlineData("other", "Gold", "Item", "1", "kg", "", "Input_Kind: Choose what it is.")]
    [InlineData("other", "Grocery", " \u200b", "1", "kg", "", "Input_Item: Write what you lend.")]
    [InlineData("other", "Grocery", "Item", "0", "kg", "", "Input_Quantity: The quantity must be more than zero.")]
    [InlineData("other", "Grocery", "Item", "-1", "kg", "", "Input_Quantity: The quantity must be more than zero.")]
    [InlineData("other", "Grocery", "Item", "99999999999", "kg", "", "Input_Quantity: Use 99,99,99,999 or less.")]
    [InlineData("other", "Money", "Item", "9999999999", "kg", "", "Input_Quantity: Use \u20b999,99,99,999.00 or less.")]
    [InlineData("other", "Grocery", "Item", "1", "stone", "", "Input_Unit: Choose the unit.")]
    [InlineData("other", "Grocery", "Item", "1", "kg", "soon", "Input_DueOn: Choose the day, or leave it empty.")]
    [InlineData("other", "Grocery", "Item", "1", "kg", "2026-03-14", "Input_DueOn: That day is past. Choose today or a later day.")]
    [InlineData("other", "Grocery", "Item", "1", "kg", "9999-12-31",
        "Input_DueOn: That is too far ahead. Choose an earlier day, or leave it empty.")]
    public async Task What_makes_no_sense_is_refused_at_its_field_and_stays(
        string floor, string kind, string item, string quantity, string unit, string due, string message)
    {
        var id = floor switch
        {
            "own" => (await app.FloorAsync("North", 1)).Id.ToString(),
            "other" =>
            (await app.FloorAsync("North", 2)).Id.ToString(),
            "foreign" => (await app.FloorAsync("South", 1)).Id.ToString(),
            _ => ""
        };
        var answer = await (await (await Head).GetAsync("/loans/add"))
            .SubmitAsync(
                new()
                {
                    ["Input.Floor"] = id,
                    ["Input.Kind"] = kind,
                    ["Input.Item"] = item,
                    ["Input.Quantity"] = quantity,
                    ["Input.Unit"] = unit,
                    ["Input.DueOn"] = due
                });
        Assert.Equal([message], answer.Errors);
        Assert.Equal(quantity, answer.Value("Input.Quantity"));
    }

    [Fact]
    public async Task A_form_sent_twice_lends_once_and_gives_back_once()
    {
        var form = await (await Head).GetAsync("/loans/add");
        Dictionary<string,
            string> typed =
                new()
                {
                    ["Input.Floor"] = $"{(await app.FloorAsync("North", 2)).Id}",
                    ["Input.Item"] = "Lent twice",
                    ["Input.Quantity"] = "4"
                };
        foreach (var answer in await Task.WhenAll(form.SubmitAsync(typed), form.SubmitAsync(typed)))
            Assert.True(answer.Status == 302, string.Join(' ', answer.Errors) + answer.Text);
        var id = await IdAsync("Lent twice");
        await DecideAsync(await Other, $"/loans/{id}/answer", "came");
        var back = await (await Other).GetAsync($"/loans/{id}/return");
        Assert.Equal("4", back.Value("Input.Quantity"));
        foreach (var answer in await Task.WhenAll(
            back.SubmitAsync(new() { ["Input.Quantity"] = "3" }), back.SubmitAsync(new() { ["Input.Quantity"] = "3" })))
            Assert.True(answer.Status == 302, string.Join(' ', answer.Errors) + answer.Text);
        Assert.Single((await app.FindLoanAsync(id)).Returns);
        // Another form cannot give back more than is left, nor the same form something of another loan.
        Assert.Equal(["Input_Quantity: That is more than is left: 1 pc."],
            (await BackAsync(id, "2")).Errors.Select(error => error.Replace('\u00a0', ' ')));
        var another = await app.LoanAsync("Another of the form");
        Assert.Contains("already used for another loan",
            (await (await Other).PostAsync($"/loans/{another}/return",
                new()
                {
                    ["Input.Quantity"] = "1",
                    ["Input.Date"] = "2026-03-15",
                    ["Input.SubmissionId"] = back.Value("Input.SubmissionId")!
                })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loan_is_its_two_floors_business_alone()
    {
        var id = await app.LoanAsync("Behind doors");
        var part = await app.ReturnAsync(id);
        string[] addresses = [$"/loans/{id}", $"/loans/{id}/answer", $"/loans/{id}/take-back", $"/loans/{id}/return",
            $"/loans/returns/{part}"];
        foreach (var address in addresses)
        {
            Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(address)).Location, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Status);
            Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(address)).Status);
            Assert.Equal(404,
                (await (await app.SignInAsync(Cast.OtherTenantAdmin)).PostAsync(address,
                    new()
                    {
                        ["Input.Decision"] = "came",
                        ["Input.Reason"] = "x",
                        ["Input.Quantity"] = "1",
                        ["Input.Date"] = "2026-03-15"
                    })).Status);
            Assert.Equal(404,
                (await (await Head)
                    .GetAsync(address.Replace($"{id}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
                        .Replace($"{part}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).Status);
        }

        // The other side's word is not the own floor's to say.
        foreach (var (visitor,
            address) in new[] { (await Head, addresses[1]), (await Head, addresses[3]), (await Other, addresses[2]), (await Other,
                addresses[4]) })
            Assert.Equal(404,
                (await visitor.PostAsync(address,
                    new()
                    {
                        ["Input.Decision"] = "came",
                        ["Input.Reason"] = "x",
                        ["Input.Quantity"] = "1",
                        ["Input.Date"] = "2026-03-15"
                    })).Status);
        Assert.Equal(404, (await (await Other).GetAsync(addresses[4])).Status);
        // Admins stand on the side of the floor that they choose.
        var admin = await app.SignInAsync(Cast.Admin);
        Assert.Contains("Lent to Floor 2", (await admin.GetAsync($"/loans/{id}?floor=1")).Text, StringComparison.Ordinal);
        Assert.Contains("Borrowed from Floor 1", (await admin.GetAsync($"/loans/{id}?floor=2")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await admin.GetAsync($"/loans/{id}?floor=9")).Status);
    }

    [Fact]
    public async Task Lists_are_told_from_the_floors_side_come_in_pages_and_cost_the_same()
    {
        var head = await Head;
        await head.GetAsync("/loans");
        for (var number = 0; number < 22; number++)
            await app.ReturnAsync(await app.LoanAsync($"Listed {number}", lender: 1 + (number % 2), due: new DateOnly(2026, 5, 1)));
        foreach (var query in (string[])["", "?show=waiting", "?show=ended"])
        {
            app.Commands.Clear();
            Assert.Equal(200, (await head.GetAsync($"/loans{query}")).Status);
            Assert.InRange(app.Commands.All.Count, 1, 4);
        }

        var page = await head.GetAsync("/loans");
        Assert.Contains("Lent to Floor 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Borrowed from Floor 2", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await head.GetAsync(page.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!)).Status);
        Assert.DoesNotContain("Listed 1 ", (await head.GetAsync("/loans?show=waiting")).Text, StringComparison.Ordinal);
        foreach (var odd in (string[])["?show=all", "?p=0", "?p=x"])
            Assert.Equal(404, (await head.GetAsync($"/loans{odd}")).Status);
        var admin = await app.SignInAsync(Cast.Admin);
        app.Commands.Clear();
        await admin.GetAsync("/loans?floor=2");
        Assert.InRange(app.Commands.All.Count, 1, 4);
    }

    private async Task<WebPage> LendAsync(
        string item, string quantity, string unit, string kind = "Grocery", string due = "", string notes = "") =>
        await (await (await Head).GetAsync("/loans/add")).SubmitAsync(new()
        {
            ["Input.Floor"] = $"{(await app.FloorAsync("North", 2)).Id}",
            ["Input.Kind"] = kind,
            ["Input.Item"] = item,
            ["Input.Quantity"] = quantity,
            ["Input.Unit"] = unit,
            ["Input.DueOn"] = due,
            ["Input.Notes"] = notes,
        });

    private async Task<WebPage> BackAsync(Guid id, string quantity) =>
        await (await (await Other).GetAsync($"/loans/{id}/return")).SubmitAsync(new() { ["Input.Quantity"] = quantity });

    private static async Task<WebPage> DecideAsync(Visitor visitor, string address, string decision, string reason = "") =>
        await (await visitor.GetAsync(address)).SubmitAsync(new() { ["Input.Decision"] = decision, ["Input.Reason"] = reason });

    private Task<Guid> IdAsync(string item) =>
        app.ReadAsync("North", db => db.Loans.Where(loan => loan.Item == item).Select(loan => loan.Id).SingleAsync());
}
