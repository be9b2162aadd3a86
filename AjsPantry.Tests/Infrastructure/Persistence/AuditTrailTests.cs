using System.Text.Json;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Persistence;

public sealed class AuditTrailTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task What_is_added_is_written_with_who_and_when()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(460, "A-17"));
        var entry = Assert.Single(await EntriesAsync("North", bill));
        Assert.Equal(("Added", "Bill", "Visitor", (string?)null, TestClock.Beginning),
            (entry.Kind, entry.Thing, entry.ActorName, entry.Before, entry.At));
        var after = Values(entry.After);
        Assert.Equal("A-17", after["Number"].GetString());
        Assert.Equal(460m, after["Total"].GetDecimal());
        Assert.DoesNotContain("TenantId", after.Keys);
    }

    [Fact]
    public async Task Only_changed_values_are_written_before_and_after()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(100, shop: "Old shop"));
        await ChangeAsync(bill, row => row.Change(BillActs.One(100, shop: "New shop"), row.ChangedAt));
        var entry = (await EntriesAsync("North", bill)).Single(entry => entry.Kind == "Changed");
        Assert.Equal(["Shop"], Values(entry.Before).Keys);
        Assert.Equal("Old shop", Values(entry.Before)["Shop"].GetString());
        Assert.Equal("New shop", Values(entry.After)["Shop"].GetString());
    }

    [Fact]
    public async Task What_is_removed_is_written_as_it_was()
    {
        var bill = await app.RecordAsync(
            "North", 1, BillActs.One(100) with { Lines = [BillActs.Line("Milk", 1, "ltr", 60), BillActs.Line("Curd", 1, "kg", 40)] });
        var curd = await app.ReadAsync(
            "North", db => db.BillLines.Where(line => line.BillId == bill && line.Item == "Curd").Select(line => line.Id).SingleAsync());
        await ChangeAsync(bill, row => row.Change(BillActs.One(60), row.ChangedAt));
        var entry = (await EntriesAsync("North", curd)).Single(entry => entry.Kind == "Removed");
        Assert.Null(entry.After);
        Assert.Equal("Curd", Values(entry.Before)["Item"].GetString());
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changed()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(100));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var row = await db.Bills.Include(row => row.Lines).SingleAsync(row => row.Id == bill);
            row.Change(BillActs.One(100), row.ChangedAt);
            db.Entry(row).State = EntityState.Modified;
            await db.SaveChangesAsync();
        });
        Assert.Equal("Added", Assert.Single(await EntriesAsync("North", bill)).Kind);
    }

    [Fact]
    public async Task Passwords_are_never_written()
    {
        var id = await app.InTenantAsync("North", async services =>
        {
            var members = services.GetRequiredService<UserManager<Member>>();
            var member = await members.Users.SingleAsync(member => member.Number == Cast.Member.Number);
            Assert.True((await members.ChangePasswordAsync(member, Cast.Password, Cast.Password + "-next")).Succeeded);
            await members.SetAuthenticationTokenAsync(member, "app", "key", "not for the trail");
            return member.Id;
        });
        var written = string.Join('\n', (await EntriesAsync("North", id)).Select(entry => entry.Before + entry.After));
        Assert.Contains("""
            {"PasswordHash": "(hidden)"}
            """, written, StringComparison.Ordinal);
        Assert.DoesNotContain("AQAAAA", written, StringComparison.Ordinal);
        Assert.DoesNotContain("not for the trail", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_go_when_the_change_is_rolled_back()
    {
        var floor = (await app.FloorAsync("North", 1)).Id;
        var id = await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var bill = Bill.Record(floor, Guid.CreateVersion7(), BillActs.One(100), null, TestClock.Beginning);
            db.Bills.Add(bill);
            await db.SaveChangesAsync();
            Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.ThingId == bill.Id));
            await transaction.RollbackAsync();
            return bill.Id;
        });
        Assert.Empty(await EntriesAsync("North", id));
    }

    [Fact]
    public async Task A_change_that_is_saved_at_the_second_try_is_written_once()
    {
        var id = await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var floor = new Floor { Number = 1, Name = "Attic" };
            db.Floors.Add(floor);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            floor.Number = 3;
            await db.SaveChangesAsync();
            return floor.Id;
        });
        var entry = Assert.Single(await EntriesAsync("North", id));
        Assert.Equal(3, Values(entry.After)["Number"].GetInt32());
    }

    [Fact]
    public async Task A_tenants_settings_are_written_too()
    {
        await app.InTenantAsync("South", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            (await db.Tenants.SingleAsync()).SharedIdleMinutes = 20;
            await db.SaveChangesAsync();
        });
        var entry = (await EntriesAsync("South", Cast.TenantId("South"))).Single(entry => entry.Kind == "Changed");
        Assert.Equal(("""{"SharedIdleMinutes": 15}""", """{"SharedIdleMinutes": 20}"""), (entry.Before, entry.After));
    }

    [Fact]
    public async Task A_persons_change_carries_the_person_and_the_reason()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(100, "V-1"));
        var head = await app.SignInAsync(Cast.Head);
        await (await head.GetAsync($"/expenses/bill/{bill}/void")).SubmitAsync(new() { ["Input.Reason"] = "Recorded twice" });
        var entry = (await EntriesAsync("North", bill)).Single(entry => entry.Kind == "Changed");
        var id = await app.ReadAsync(
            "North", db => db.Members.Where(member => member.Number == Cast.Head.Number).Select(member => member.Id).SingleAsync());
        Assert.Equal((id, Cast.Head.Name, "Recorded twice"), (entry.ActorId, entry.ActorName, entry.Reason));
        Assert.Equal(["VoidReason", "VoidedAt"], Values(entry.After).Keys.Order(StringComparer.Ordinal));
    }

    private Task ChangeAsync(Guid id, Action<Bill> change) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        change(await db.Bills.Include(bill => bill.Lines).SingleAsync(bill => bill.Id == id));
        await db.SaveChangesAsync();
    });

    private Task<List<AuditEntry>> EntriesAsync(string tenant, Guid thing) =>
        app.ReadAsync(
            tenant, db => db.AuditEntries.Where(entry => entry.ThingId == thing).OrderBy(entry => entry.Id).AsNoTracking().ToListAsync());

    private static Dictionary<string, JsonElement> Values(string? json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json!)!;
}
