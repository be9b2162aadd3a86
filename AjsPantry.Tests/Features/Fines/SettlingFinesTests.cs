using AjsPantry.Features.Fines;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Fines;

/// <summary>How a fine ends.</summary>
public sealed class SettlingFinesTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task Waiving_takes_a_word_settled_stays_settled_and_a_mistake_is_taken_back_with_a_reason()
    {
        var person = await app.NewAsync();
        var id = await app.FineAsync("Waived", person);
        var form = await (await Head).GetAsync($"/fines/{id}/settle");
        Assert.Equal(["Input_Word: Write why it is waived."], (await form.SubmitAsync(new() { ["Input.State"] = "Waived" })).Errors);
        Assert.Equal(["Input_State: Choose Mark as paid or Waive it."],
            (await form.SubmitAsync(new() { ["Input.State"] = "Open" })).Errors
                .Select(error => error.Replace("Input.State", "Input_State", StringComparison.Ordinal)));
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.State"] = "Waived", ["Input.Word"] = "The gas had run out" })).Status);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.State"] = "Waived", ["Input.Word"] = "Twice" })).Status);
        Assert.Contains("It is already waived. Reopen it first", (await form.SubmitAsync(new() { ["Input.State"] = "Paid" })).Text,
            StringComparison.Ordinal);
        Assert.Equal("The gas had run out", (await app.FindFineAsync(id)).SettledWith);
        Assert.Equal(302, (await (await Head).GetAsync($"/fines/{id}/settle")).Status);

        var reopen = await (await Head).GetAsync($"/fines/{id}/reopen");
        Assert.Equal(["Input_Reason: Write what was wrong."], (await reopen.SubmitAsync([])).Errors);
        Assert.Equal(302, (await reopen.SubmitAsync(new() { ["Input.Reason"] = "It was another day" })).Status);
        Assert.Equal(302, (await reopen.SubmitAsync(new() { ["Input.Reason"] = "Twice" })).Status);
        var fine = await app.FindFineAsync(id);
        Assert.Equal((FineState.Open, null, null), (fine.State, fine.SettledAt, fine.SettledWith));
        Assert.Equal("It was another day", (await app.TrailAsync(id))[^1].Reason);
        Assert.Equal(302, (await (await Head).GetAsync($"/fines/{id}/reopen")).Status);
        Assert.Contains("was reopened",
            string.Join(' ',
                await app.ReadAsync("North",
                    db => db.Set<AjsPantry.Features.Notices.Notice>().Where(notice => notice.SubjectId == id).Select(notice => notice.Title)
                        .ToListAsync())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Paid", "Waived", "It is already paid. Reopen it first if that is wrong.")]
    [InlineData("Waived", "Paid", "It is already waived. Reopen it first if that is wrong.")]
    public async Task What_somebody_settled_since_the_form_was_opened_is_not_settled_otherwise(string theirs, string mine, string sentence)
    {
        var id = await app.FineAsync("Settled meanwhile");
        var form = await (await Head).GetAsync($"/fines/{id}/settle");
        var other = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/fines/{id}/settle?floor=1");
        Assert.Equal(302, (await other.SubmitAsync(new() { ["Input.State"] = theirs, ["Input.Word"] = "Theirs" })).Status);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { ["Input.State"] = mine, ["Input.Word"] = "Mine" });
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Of_two_who_settle_at_once_one_wins()
    {
        var id = await app.FineAsync("Settled at once");
        var second = await app.NewAsync(role: Role.PantryHead);
        var one = await (await Head).GetAsync($"/fines/{id}/settle");
        var two = await (await app.SignInAsync(second)).GetAsync($"/fines/{id}/settle");
        var answers = await Task.WhenAll(one.SubmitAsync(new() { ["Input.State"] = "Paid" }),
            two.SubmitAsync(new() { ["Input.State"] = "Waived", ["Input.Word"] = "Mercy" }));
        Assert.Equal([200, 302], answers.Select(answer => answer.Status).Order());
    }
}
