using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

public sealed class VoidBillTests(PantryApp app) : IClassFixture<PantryApp>
{
    private async Task<WebPage> FormAsync(Guid id) => await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{id}/void");

    private async Task<WebPage> VoidAsync(Guid id, string reason) =>
        await (await FormAsync(id)).SubmitAsync(new() { ["Input.Reason"] = reason });

    [Theory]
    [InlineData("", "Write why you void this bill.")]
    [InlineData("\u202e", "Write why you void this bill.")]
    [InlineData("long", "That is 301 characters. Use 300 at most.")]
    public async Task A_reason_is_asked_and_kept_when_it_is_refused(string typed, string message)
    {
        var reason = typed == "long" ? new string('x', 301) : typed;
        var id = await app.RecordAsync("North", 1, BillActs.One(10));
        var answer = await VoidAsync(id, reason);
        Assert.Equal((200, reason), (answer.Status, answer.Value("Input.Reason")));
        Assert.Equal([$"Input_Reason: {message}"], answer.Errors);
        Assert.Null((await app.BillAsync("North", id)).VoidedAt);
    }

    [Fact]
    public async Task A_voided_bill_is_listed_crossed_out_and_counted_nowhere()
    {
        var head = await app.SignInAsync(Cast.OtherFloorHead);
        await app.RecordAsync("North", 2, BillActs.One(100, "KEEP", "Kept shop"));
        var id = await app.RecordAsync("North", 2, BillActs.One(9999, "GONE", "Gone shop"));
        var answer = await (await head.GetAsync($"/expenses/bill/{id}/void"))
            .SubmitAsync(new() { ["Input.Reason"] = "<b>Paid</b>  twice" });
        Assert.Equal((302, $"/expenses/bill/{id}"), (answer.Status, answer.Location));
        var bill = await head.GetAsync($"/expenses/bill/{id}");
        Assert.Contains("Reason: <b>Paid</b> twice", bill.Text, StringComparison.Ordinal);
        Assert.Null(bill.Document.QuerySelector("main .acts"));

        var list = await head.GetAsync("/expenses");
        var row = Assert.Single(list.Document.QuerySelectorAll("li.item.void"));
        Assert.Contains("Gone shop", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Voided", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("₹100.00 spent so far", list.Answer);
        var admin = await app.SignInAsync(Cast.Admin);
        foreach (var page in new[] { await head.GetAsync("/"), await head.GetAsync("/expenses/reports"),
            await head.GetAsync("/expenses/report?month=2026-03"), await admin.GetAsync("/") })
            Assert.DoesNotContain("9,999",
                page.Text.Replace(row.TextContent, "", StringComparison.Ordinal)
                    .Replace("Gone shop Sun 15 Mar · GONE · Milk Voided ₹9,999.00", "", StringComparison.Ordinal),
                    StringComparison.Ordinal);
        foreach (var part in list.Document.QuerySelectorAll(".split, .panel-foot, .chart"))
            Assert.DoesNotContain("9,999", part.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voiding_twice_keeps_the_first_reason_and_writes_once()
    {
        var id = await app.RecordAsync("North", 1, BillActs.One(11));
        var first = await FormAsync(id);
        var second = await FormAsync(id);
        await first.SubmitAsync(new() { ["Input.Reason"] = "First" });
        var audit = await app.CountAuditAsync();
        Assert.Equal(302, (await second.SubmitAsync(new() { ["Input.Reason"] = "Second" })).Status);
        Assert.Equal(("First", audit), ((await app.BillAsync("North", id)).VoidReason, await app.CountAuditAsync()));
        Assert.Equal($"/expenses/bill/{id}", (await FormAsync(id)).Location);
    }

    [Fact]
    public async Task Voiding_wins_over_a_change_of_the_same_moment()
    {
        var id = await app.RecordAsync("North", 1, BillActs.One(12));
        var floor = await app.FloorAsync("North", 1);
        await app.InTenantAsync("North", async services =>
        {
            await services.GetRequiredService<PantryDb>().Bills.SingleAsync(bill => bill.Id == id);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{id}/edit"))
                .SubmitAsync(new() { ["Input.Shop"] = "Changed shop" });
            Assert.True(
                (await services.GetRequiredService<VoidBill.Handler>()
                    .HandleAsync(floor.Id, id, "Not ours", CancellationToken.None))!.IsDone);
        });
        var bill = await app.BillAsync("North", id);
        Assert.Equal(("Changed shop", "Not ours"), (bill.Shop, bill.VoidReason));
    }

    [Fact]
    public async Task Changes_and_voidings_at_once_end_in_a_voided_bill()
    {
        var id = await app.RecordAsync("North", 1, BillActs.One(13));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var voiding = await FormAsync(id);
        var edit = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{id}/edit");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(at => new[]
        {
            edit.SubmitAsync(new() { ["Input.Shop"] = $"Shop {at}" }),
            voiding.SubmitAsync(new() { ["Input.Reason"] = $"Reason {at}" }),
        }));
        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[200, 302]));
        var bill = await app.BillAsync("North", id);
        Assert.NotNull(bill.VoidedAt);
        Assert.Equal(
            1, await app.ReadAsync("North", db => db.AuditEntries.CountAsync(entry => entry.ThingId == id && entry.Reason != null)));
    }

    [Fact]
    public async Task The_reason_stands_in_the_audit_trail()
    {
        var id = await app.RecordAsync("North", 1, BillActs.One(14));
        await VoidAsync(id, "Another floor's bill");
        var entry = await app.ReadAsync(
            "North", db => db.AuditEntries.SingleAsync(entry => entry.ThingId == id && entry.Kind == "Changed"));
        Assert.Equal((Cast.Head.Name, "Another floor's bill"), (entry.ActorName, entry.Reason));
    }

    [Fact]
    public async Task Nobody_voids_bills_of_another_floor_or_tenant()
    {
        var id = await app.RecordAsync("North", 1, BillActs.One(15));
        var reason = new Dictionary<string, string> { ["Input.Reason"] = "Because" };
        foreach (var person in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantHead, Cast.OtherTenantAdmin])
            Assert.Equal(404, (await (await app.SignInAsync(person)).PostAsync($"/expenses/bill/{id}/void", reason)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).PostAsync($"/expenses/bill/{id}/void?floor=2", reason)).Status);
        Assert.Equal(
            404, (await (await app.SignInAsync(Cast.Head)).PostAsync($"/expenses/bill/{Guid.CreateVersion7()}/void", reason)).Status);
        Assert.Null((await app.BillAsync("North", id)).VoidedAt);
    }
}
