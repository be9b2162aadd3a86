using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>North tries to reach what is South's.</summary>
public sealed class TenantWallTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Guid South = Cast.TenantId("South");

    [Fact]
    public async Task A_stub_with_another_tenants_key_cannot_be_changed()
    {
        var floor = (await app.FloorAsync("South", 1)).Id;
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            Stub(db, floor).Name = "Taken";
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            Assert.Contains("another tenant", refusal.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        });
        await using var unguarded = await app.WithoutGuardsAsync("North");
        Stub(unguarded, floor).Name = "Taken";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => unguarded.SaveChangesAsync());
        Assert.Equal("Floor 1", (await app.FloorAsync("South", 1)).Name);
    }

    [Fact]
    public async Task A_stub_with_another_tenants_key_cannot_be_removed()
    {
        var bill = await app.RecordAsync("South", 1, BillActs.One(100));
        var line = await app.ReadAsync("South", db => db.BillLines.AsNoTracking().SingleAsync(line => line.BillId == bill));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Remove(line);
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
        await using var unguarded = await app.WithoutGuardsAsync("North");
        unguarded.Remove(line);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => unguarded.SaveChangesAsync());
        Assert.Equal(1, await app.ReadAsync("South", db => db.BillLines.CountAsync(row => row.Id == line.Id)));
    }

    [Fact]
    public async Task Bulk_changes_end_at_the_wall_even_without_the_filter()
    {
        await app.RecordAsync("South", 1, BillActs.One(100));
        await using var db = await app.WithoutGuardsAsync("North");
        Assert.Equal(0,
            await db.Floors.IgnoreQueryFilters().Where(floor => floor.TenantId == South)
                .ExecuteUpdateAsync(set => set.SetProperty(floor => floor.Name, "Taken")));
        Assert.Equal(0, await db.BillLines.IgnoreQueryFilters().Where(line => line.TenantId == South).ExecuteDeleteAsync());
        var own = await db.Floors.IgnoreQueryFilters()
            .ExecuteUpdateAsync(set => set.SetProperty(floor => floor.ArchivedAt, (DateTimeOffset?)null));
        Assert.Equal(2, own);
    }

    [Fact]
    public async Task Queries_end_at_the_wall_even_without_the_filter()
    {
        await app.RecordAsync("South", 1, BillActs.One(100));
        var own = await app.RecordAsync("North", 1, BillActs.One(200));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            Assert.All(await db.Bills.IgnoreQueryFilters().ToListAsync(), bill => Assert.Equal(db.TenantId, bill.TenantId));
            Assert.All(await db.Bills.FromSql($"SELECT *, xmin FROM bills").IgnoreQueryFilters().ToListAsync(),
                bill => Assert.Equal(db.TenantId, bill.TenantId));
            var raw = await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM bills").ToListAsync();
            Assert.Contains(own, raw);
            Assert.Equal(await db.Bills.CountAsync(), raw.Count);
            Assert.Empty(await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM members WHERE tenant_id = {South}").ToListAsync());
            Assert.Equal(db.TenantId, await db.Tenants.IgnoreQueryFilters().Select(tenant => tenant.Id).SingleAsync());
            Assert.Equal(0, await db.Database.ExecuteSqlAsync($"UPDATE members SET name = 'Taken' WHERE tenant_id = {South}"));
        });
    }

    [Fact]
    public async Task A_row_cannot_be_put_into_another_tenant()
    {
        Assert.Equal(Sql.NotAllowed,
            await app.RefusalAsync("North",
                $"INSERT INTO floors (tenant_id, id, number, name, created_at) VALUES ('{South}', gen_random_uuid(), 9, 'Taken', now())"));
        Assert.Equal(Sql.NotAllowed,
            await app.RefusalAsync("North", $"UPDATE members SET tenant_id = '{South}', floor_id = NULL WHERE role = 'Admin'"));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var floor = new Floor { Number = 9, Name = "Taken" };
            db.Entry(floor).Property(row => row.TenantId).CurrentValue = South;
            db.Floors.Add(floor);
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task A_child_cannot_point_at_another_tenants_parent()
    {
        var floor = (await app.FloorAsync("South", 1)).Id;
        var bill = await app.RecordAsync("South", 1, BillActs.One(100));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Bills.Add(Bill.Record(floor, Guid.CreateVersion7(), BillActs.One(100), null, TestClock.Beginning));
            var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
        });
        var line =
            $"INSERT INTO bill_lines (tenant_id, id, bill_id, position, item, quantity, unit, amount, category) VALUES ('{Cast.TenantId("North")}', gen_random_uuid(), '{bill}', 7, 'Milk', 1, 'ltr', 5, 'Dairy')";
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await app.RefusalAsync("North", line));
    }

    [Fact]
    public async Task Without_a_tenant_there_are_no_rows()
    {
        await app.RecordAsync("South", 1, BillActs.One(100));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        foreach (var table in StartupCheck.TenantTables(db))
            Assert.Equal(0L, Assert.Single(await app.AsAppAsync(null, $"SELECT count(*) FROM {table}")));
        Assert.Empty(await db.Bills.IgnoreQueryFilters().ToListAsync());
        Assert.Empty(await db.Tenants.IgnoreQueryFilters().ToListAsync());
    }

    [Fact]
    public async Task Without_a_tenant_nothing_can_be_added()
    {
        Assert.Equal(Sql.NotAllowed,
            await app.RefusalAsync(null,
                $"INSERT INTO floors (tenant_id, id, number, name, created_at) VALUES ('{South}', gen_random_uuid(), 9, 'Taken', now())"));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        db.Floors.Add(new Floor { Number = 9, Name = "Nobody's" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_scope_keeps_its_tenant()
    {
        await app.InTenantAsync("North", services =>
        {
            var refusal = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<CurrentTenant>().Set(South));
            Assert.Contains("one tenant only", refusal.Message, StringComparison.Ordinal);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task The_same_numbers_may_exist_in_two_tenants()
    {
        var submission = Guid.CreateVersion7();
        foreach (var tenant in (string[])["North", "South"])
        {
            var floor = await app.FloorAsync(tenant, 2);
            await app.InTenantAsync(tenant, async services =>
            {
                var db = services.GetRequiredService<PantryDb>();
                db.Bills.Add(Bill.Record(floor.Id, submission, BillActs.One(100, "SAME-1"), null, TestClock.Beginning));
                db.Members
                    .Add(new()
                    {
                        Number = "same",
                        Name = "Same",
                        UserName = $"{tenant}/same",
                        NormalizedUserName = $"{tenant}/SAME",
                        NormalizedEmail = "SAME@HOUSE.EXAMPLE",
                        FloorId = floor.Id
                    });
                db.JobRuns.Add(new() { Kind = "same", Period = "2026-02", QueuedAt = TestClock.Beginning });
                await db.SaveChangesAsync();
            });
            Assert.Equal(1, await app.ReadAsync(tenant, db => db.Bills.CountAsync(bill => bill.SubmissionId == submission)));
        }
    }

    private static Floor Stub(PantryDb db, Guid id)
    {
        var stub = new Floor { Number = 1, Name = "Floor 1" };
        var entry = db.Entry(stub);
        entry.Property(row => row.TenantId).CurrentValue = South;
        entry.Property(row => row.Id).CurrentValue = id;
        entry.State = EntityState.Unchanged;
        return stub;
    }
}
