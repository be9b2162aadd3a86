using AjsPantry.Features.Loans;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("", "2026-03-15", "Input_Quantity: Write the quantity in digits, with three decimals at most, such as 1.5.")]
    [InlineData("-1", "2026-03-15", "Input_Quantity: The quantity must be more than zero.")]
    [InlineData("6", "2026-03-15", "Input_Quantity: That is more than is left: 5 kg.")]
    [InlineData("1", "", "Input_Date: Choose the day on which it was given back.")]
    [InlineData("1", "2026-03-16", "Input_Date: That day is in the future.")]
    [InlineData("1", "2026-02-28", "Input_Date: It was lent on Sun 1 Mar. Choose that day or a later one.")]
    public async Task Only_what_is_out_is_given_back_and_not_before_it_was_lent(string quantity, string day, string message)
    {
        var id = await app.LoanAsync($"Back {quantity} {day}");
        var answer = await (await (await Other).GetAsync($"/loans/{id}/return"))
            .SubmitAsync(new() { ["Input.Quantity"] = quantity, ["Input.Date"] = day });
        Assert.Equal([message], answer.Errors.Select(error => error.Replace('\u00a0', ' ')));
    }

    [Fact]
    public async Task The_lender_takes_back_what_nobody_has_confirmed_and_wrong_moments_answer_in_a_sentence()
    {
        var offered = await app.LoanAsync("Taken back", state: LoanState.Offered);
        var lent = await app.LoanAsync("Not taken back");
        var declined = await app.LoanAsync("Declined", state: LoanState.Offered);
        Assert.Equal(["Input_Reason: Write the reason. The borrower can read it."],
            (await (await (await Head).GetAsync($"/loans/{offered}/take-back")).SubmitAsync([])).Errors);
        Assert.Equal(302,
            (await (await (await Head).GetAsync($"/loans/{offered}/take-back"))
                .SubmitAsync(new() { ["Input.Reason"] = "We need it" })).Status);
        Assert.Equal([Cast.OtherFloorHead.Number], await app.ToldAsync(offered, "taken-back"));
        Assert.Equal(302, (await (await Head).PostAsync($"/loans/{offered}/take-back", new() { ["Input.Reason"] = "Twice" })).Status);
        Assert.Equal("We need it", (await app.FindLoanAsync(offered)).Reason);
        await DecideAsync(await Other, $"/loans/{declined}/answer", "not", "Wrong rice");
        foreach (var (visitor, address, values, sentence) in new (Visitor, string, Dictionary<string, string>, string)[]
        {
            (await Head, $"/loans/{lent}/take-back", new() { ["Input.Reason"] = "Late" },
                "The borrower has confirmed it. It can no longer be withdrawn."),
            (await Other, $"/loans/{offered}/answer", new() { ["Input.Decision"] = "came" },
                "It was withdrawn. There is nothing to confirm."),
            (await Other, $"/loans/{declined}/return", new() { ["Input.Quantity"] = "1", ["Input.Date"] = "2026-03-15" },
                "The borrower did not receive it. There is nothing to give back."),
            (await Other, $"/loans/{lent}/answer", new() { ["Input.Decision"] = "not", ["Input.Reason"] = "x" },
                "There is nothing to confirm."),
        })
            Assert.Contains(sentence, (await visitor.PostAsync(address, values)).Text, StringComparison.Ordinal);
        foreach (var (visitor,
            address) in new[] { (await Other, $"/loans/{lent}/answer"), (await Head, $"/loans/{lent}/take-back"), (await Head,
                $"/loans/{lent}/return") })
            Assert.Equal(302, (await visitor.GetAsync(address)).Status);
        Assert.Equal("Wrong rice", (await app.FindLoanAsync(declined)).Reason);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_wins()
    {
        var id = await app.LoanAsync("Answered at once", state: LoanState.Offered);
        var one = await (await Other).GetAsync($"/loans/{id}/answer");
        var two = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/loans/{id}/answer?floor=2");
        var answers = await Task.WhenAll(one.SubmitAsync(new() { ["Input.Decision"] = "came" }),
            two.SubmitAsync(new() { ["Input.Decision"] = "not", ["Input.Reason"] = "Never" }));
        Assert.Equal([200, 302], answers.Select(answer => answer.Status).Order());
        Assert.Contains("There is nothing to confirm.", answers.Single(answer => answer.Status == 200).Text, StringComparison.Ordinal);
        Assert.Contains((await app.FindLoanAsync(id)).State, (LoanState[])[LoanState.Lent, LoanState.Declined]);

        // And of taking back and confirming.
        var both = await app.LoanAsync("Both at once", state: LoanState.Offered);
        var keep = await (await Other).GetAsync($"/loans/{both}/answer");
        var take = await (await Head).GetAsync($"/loans/{both}/take-back");
        Assert.Equal([200, 302],
            (await Task.WhenAll(keep.SubmitAsync(new() { ["Input.Decision"] = "came" }),
                take.SubmitAsync(new() { ["Input.Reason"] = "Mine" }))).Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task Two_parts_at_once_never_make_more_than_was_lent()
    {
        var id = await app.LoanAsync("Parts at once");
        List<WebPage> forms = [];
        // One after another: forms that are a browser's first ones and come at once have each a cookie of their own.
        for (var number = 0; number < 4; number++)
            forms.Add(await (await Other).GetAsync($"/loans/{id}/return"));
        await Task.WhenAll(forms.Select(form => form.SubmitAsync(new() { ["Input.Quantity"] = "2" })));
        Assert.Equal(4, (await app.FindLoanAsync(id)).Returns.Sum(back => back.Quantity));
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

/// <summary>The reminders by the tenant's clock, which the tests move: an application of their own.</summary>
public sealed class LoanRemindersTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Borrowers_are_reminded_once_before_it_is_due_and_both_floors_once_when_it_is_overdue()
    {
        var id = await app.LoanAsync("Reminded", due: new DateOnly(2026, 4, 10));
        var onItsWay = await app.LoanAsync("On its way", due: new DateOnly(2026, 4, 10));
        await app.ReturnAsync(onItsWay, 5);
        await RemindAsync("2026-04-08T04:00:00Z", "2026-04-08");
        Assert.Empty(await app.ToldAsync(id, "due", "2026-04-10"));
        // Nobody is told anything at night, nor by a run that comes a day late.
        await RemindAsync("2026-04-08T20:00:00Z", "2026-04-09");
        await RemindAsync("2026-04-09T03:45:00Z", "2026-04-08");
        Assert.Empty(await app.ToldAsync(id, "due", "2026-04-10"));
        await RemindAsync("2026-04-09T04:00:00Z", "2026-04-09");
        await RemindAsync("2026-04-09T05:00:00Z", "2026-04-09");
        Assert.Equal([Cast.OtherFloorHead.Number], await app.ToldAsync(id, "due", "2026-04-10"));
        await RemindAsync("2026-04-11T04:00:00Z", "2026-04-11");
        await RemindAsync("2026-04-12T04:00:00Z", "2026-04-12");
        Assert.Equal([Cast.Head.Number, Cast.OtherFloorHead.Number], await app.ToldAsync(id, "overdue", "2026-04-10"));
        Assert.Empty((await app.ToldAsync(onItsWay, "due", "2026-04-10")).Concat(await app.ToldAsync(onItsWay, "overdue", "2026-04-10")));
        // When all of it is back, nobody need look any more.
        var part = await app.ReturnAsync(id, 5);
        await (await app.SignInAsync(Cast.Head)).PostAsync($"/loans/returns/{part}", new() { ["Input.Decision"] = "came" });
        Assert.Equal(LoanState.Returned, (await app.FindLoanAsync(id)).State);
        Assert.Empty(await app.ToldAsync(id, "overdue", "2026-04-10"));
        await RemindAsync("2026-04-13T04:00:00Z", "2026-04-13");
        Assert.Empty(await app.ToldAsync(id, "overdue", "2026-04-10"));
    }

    [Theory]
    [InlineData("2026-03-18T03:29:00Z", "2026-03-17", "2026-03-18 09:00")]
    [InlineData("2026-03-18T03:30:00Z", "2026-03-18", "2026-03-19 09:00")]
    public async Task Reminders_are_due_at_nine_on_the_tenants_clock(
        string instant, string period, string next) => await app.InTenantAsync("North", async services =>
    {
        var tenant = await NoticeActs.TenantAsync(services);
        var job = services.GetServices<TenantJob>().OfType<RemindOfLoans>().Single();
        var local = tenant.Local(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((period, next),
            (job.DuePeriod(local), job.NextRun(local).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    });

    private Task<string> RemindAsync(string instant, string period)
    {
        app.Clock.SetUtcNow(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        return app.InTenantAsync("North", async services =>
            await services.GetServices<TenantJob>().OfType<RemindOfLoans>().Single()
                .RunAsync(period, CancellationToken.None));
    }
}
