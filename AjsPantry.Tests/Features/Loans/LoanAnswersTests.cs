using AjsPantry.Features.Loans;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Loans;

/// <summary>Who answers to a loan at what moment, and to two at once.</summary>
public sealed class LoanAnswersTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private Task<Visitor> Other => app.SignInAsync(Cast.OtherFloorHead);

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

    private static async Task<WebPage> DecideAsync(Visitor visitor, string address, string decision, string reason = "") =>
        await (await visitor.GetAsync(address)).SubmitAsync(new() { ["Input.Decision"] = decision, ["Input.Reason"] = reason });
}
