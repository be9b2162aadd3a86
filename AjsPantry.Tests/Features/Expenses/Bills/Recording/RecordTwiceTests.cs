using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

public sealed class RecordTwiceTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_form_sent_twice_makes_one_bill_and_the_same_answer()
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync(BillFormDriver.RecordAddress);
        var before = await app.CountBillsAsync();
        var first = await form.SubmitAsync(BillActs.One(10, "S-1").Typed());
        var second = await form.SubmitAsync(BillActs.One(10, "S-1").Typed());
        Assert.Equal((302, first.Location, before + 1), (second.Status, second.Location, await app.CountBillsAsync()));
    }

    [Fact]
    public async Task A_form_sent_many_times_at_once_makes_one_bill_and_the_same_answer()
    {
        for (var round = 0; round < 4; round++)
        {
            var form = await (await app.SignInAsync(Cast.Head)).GetAsync(BillFormDriver.RecordAddress);
            var before = await app.CountBillsAsync();
            var typed = BillActs.One(20, $"P-{round}", $"Shop {round}").Typed();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => form.SubmitAsync(typed)));
            Assert.All(answers, answer => Assert.Equal((302, "/expenses?month=2026-03"), (answer.Status, answer.Location)));
            Assert.Equal(before + 1, await app.CountBillsAsync());
        }
    }

    [Fact]
    public async Task A_form_used_on_another_floor_asks_for_a_new_one()
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync(BillFormDriver.RecordAddress);
        Assert.Equal(302, (await form.SubmitAsync(BillActs.One(30, "F-1").Typed())).Status);
        var before = await app.CountBillsAsync();
        var typed = new Dictionary<string,
            string>(BillActs.One(40, "F-2").Typed())
        { ["Input.SubmissionId"] = form.Value("Input.SubmissionId")! };
        var answer = await (await app.SignInAsync(Cast.OtherFloorHead)).RecordAsync(typed);
        Assert.Equal((200, before), (answer.Status, await app.CountBillsAsync()));
        Assert.Contains("This form was already used.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("F-2", answer.Value("Input.Number"));
        Assert.DoesNotContain("F-1", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenants_form_is_no_concern_of_ours()
    {
        var submission = Guid.CreateVersion7().ToString();
        foreach (var person in (Person[])[Cast.Head, Cast.OtherTenantHead])
        {
            var before = await app.CountBillsAsync(person.Tenant);
            var answer = await (await app.SignInAsync(person))
                .RecordAsync(new(BillActs.One(50, "T-1").Typed()) { ["Input.SubmissionId"] = submission });
            Assert.Equal((302, before + 1), (answer.Status, await app.CountBillsAsync(person.Tenant)));
        }
    }

    [Fact]
    public async Task Every_bill_and_line_leaves_an_audit_entry_and_a_second_sending_none()
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync(BillFormDriver.RecordAddress);
        var before = await app.CountAuditAsync();
        await form.SubmitAsync(BillActs.DMart.Typed());
        Assert.Equal(before + 11, await app.CountAuditAsync());
        await form.SubmitAsync(BillActs.DMart.Typed());
        Assert.Equal(before + 11, await app.CountAuditAsync());
        var entry = await app.ReadAsync(
            "North", db => db.AuditEntries.Where(entry => entry.Thing == "Bill").OrderByDescending(entry => entry.Id).FirstAsync());
        Assert.Equal((Cast.Head.Name, "Added"), (entry.ActorName, entry.Kind));
    }
}
