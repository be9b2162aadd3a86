using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Menus;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Shared.Files;

/// <summary>How much of people's photos and receipts a residence may keep.</summary>
public sealed class FileRoomTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Admins_are_told_once_when_little_room_is_left()
    {
        await app.ChangeTenantAsync("North", tenant => tenant.FileMegabytes = 10);
        var bill = await app.RecordAsync("North", 1, BillActs.One(10));
        await app.AddReceiptAsync(bill);
        Assert.Empty(await ToldAsync());
        await FillAsync(8 * Megabyte);
        var head = await app.SignInAsync(Cast.Head);
        Assert.Equal(302, (await head.SendAsync(bill, ("second.jpg", Uploads.Photo()))).Status);
        Assert.Equal(302, (await head.SendAsync(bill, ("third.jpg", Uploads.Photo()))).Status);
        var (member, title, text) = Assert.Single(await ToldAsync());
        Assert.Equal((Cast.Admin.Number, "Little space is left for photos and receipts"), (member, title));
        Assert.StartsWith("9 of 10 MB is used.", text, StringComparison.Ordinal);
        var settings = await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/settings");
        Assert.Contains("9 of 10 MB is used. Ask the people who run this pantry for more.", settings.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_room_is_left_nothing_is_added_and_people_read_why()
    {
        const string Full = "Your residence has no space for more photos and receipts: its 10 MB are used. Tell an admin.";
        await app.ChangeTenantAsync("North", tenant => tenant.FileMegabytes = 10);
        var bill = await app.RecordAsync("North", 1, BillActs.One(10));
        await app.AddReceiptAsync(bill);
        await FillAsync(10 * Megabyte);
        var meal = await app.PlanAsync(new DateOnly(2026, 3, 14), "Full");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await (await app.SignInAsync(Cast.Head)).SendAsync(bill, ("second.jpg", Uploads.Photo()));
        Assert.Contains($"second.jpg was not added. {Full}", answer.Text, StringComparison.Ordinal);
        var visitor = await app.SignInAsync(Cast.Member);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await visitor.TokenAsync()), "__RequestVerificationToken" },
            { new StringContent("4"), "Input.Stars" },
            { new ByteArrayContent(Uploads.Photo()), "Input.Photo", "plate.jpg" },
        };
        Assert.Equal([$"Input_Photo: {Full}"],
            (await visitor.ReadAsync($"/feedback/{meal}", await visitor.Client.PostAsync($"/feedback/{meal}", form))).Errors);
        Assert.Empty(await before.ChangesAsync());
        // Another residence has room of its own, and there is room again when operators give more.
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync($"/platform/tenants/{Cast.TenantId("North")}/files");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Megabytes"] = "20" })).Status);
        Assert.Equal(302, (await (await app.SignInAsync(Cast.Head)).SendAsync(bill, ("second.jpg", Uploads.Photo()))).Status);
    }

    [Fact]
    public async Task Operators_see_what_is_used_and_change_what_is_allowed_and_both_trails_tell()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var address = $"/platform/tenants/{Cast.TenantId("South")}";
        Assert.Contains("0 of 5,000 MB is used.", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);
        var page = await visitor.GetAsync($"{address}/files");
        Assert.Equal("5000", page.Value("Input.Megabytes"));
        Assert.Equal(["Input_Megabytes: Write a whole number from 10 to 1,000,000."],
            (await page.SubmitAsync(new() { ["Input.Megabytes"] = "9" })).Errors);
        var saved = await page.SubmitAsync(new() { ["Input.Megabytes"] = "250" });
        Assert.Equal("South House may keep 250 MB.", (await saved.FollowAsync()).Toast);
        foreach (var tenant in (string[])["South", "Platform"])
        {
            var entries = await app.ReadAsync(
                tenant, db => db.AuditEntries.Where(entry => entry.Thing == "Tenant" && entry.Kind == "Changed").ToListAsync());
            Assert.Contains("\"FileMegabytes\": 250", Assert.Single(entries).After, StringComparison.Ordinal);
        }

        Assert.Contains("0 of 250 MB is used.",
            (await (await app.SignInAsync(Cast.OtherTenantAdmin)).GetAsync("/administration/settings")).Text, StringComparison.Ordinal);
    }

    /// <summary>As if the receipts that are there were so large.</summary>
    private Task<int> FillAsync(int bytes) =>
        app.ReadAsync("North", db => db.Receipts.ExecuteUpdateAsync(set => set.SetProperty(receipt => receipt.Size, bytes)));

    private Task<List<(string Member, string Title, string Text)>> ToldAsync() => app.ReadAsync("North", async db =>
    {
        var told = await db.Notices.Where(notice => notice.Kind == NoticeKind.Files)
            .Join(db.Members, notice => notice.MemberId, member => member.Id,
                (notice, member) => new { member.Number, notice.Title, notice.Text }).ToListAsync();
        return told.ConvertAll(each => (each.Number, each.Title, each.Text));
    });
}
