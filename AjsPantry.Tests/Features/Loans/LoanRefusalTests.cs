using AjsPantry.Features.Loans;

namespace AjsPantry.Tests.Features.Loans;

/// <summary>What one floor says to a loan when the other, or somebody of its own, has said something before.</summary>
public sealed class LoanRefusalTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("came", "not", "Someone else here has already confirmed it.")]
    [InlineData("not", "came", "Someone else here reported that it was not received: “Nobody brought it”.")]
    public async Task A_return_that_somebody_answered_meanwhile_is_not_answered_otherwise(string theirs, string mine, string sentence)
    {
        var part = await app.ReturnAsync(await app.LoanAsync("Answered meanwhile"));
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync($"/loans/returns/{part}");
        var other = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/loans/returns/{part}?floor=1");
        Assert.Equal(302, (await other.SubmitAsync(new() { ["Input.Decision"] = theirs, ["Input.Reason"] = "Nobody brought it" })).Status);
        var before = await Rows.ReadAsync(app.Database);
        Assert.Contains("Choose Received or Not received.", (await form.SubmitAsync(new() { ["Input.Decision"] = "perhaps" })).Text,
            StringComparison.Ordinal);
        var answer = await form.SubmitAsync(new() { ["Input.Decision"] = mine, ["Input.Reason"] = "Mine" });
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        // The same answer once more is no other one.
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Decision"] = theirs, ["Input.Reason"] = "Mine" })).Status);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task What_nobody_has_confirmed_is_not_given_back()
    {
        var id = await app.LoanAsync("Not here yet", state: LoanState.Offered);
        var before = await Rows.ReadAsync(app.Database);
        var other = await app.SignInAsync(Cast.OtherFloorHead);
        Dictionary<string, string> typed = new() { ["Input.Quantity"] = "1", ["Input.Date"] = "2026-03-15" };
        var answer = await other.PostAsync($"/loans/{id}/return", typed);
        Assert.Contains("First confirm that you received it.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task What_is_all_on_its_way_back_is_not_given_back_once_more()
    {
        var id = await app.LoanAsync("On its way");
        var form = await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync($"/loans/{id}/return");
        await app.ReturnAsync(id, 5);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync([]);
        const string Sentence = "Everything is already given back. The lender has to confirm it.";
        Assert.Contains(Sentence, answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }
}
