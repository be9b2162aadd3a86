using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Persistence;

public sealed class BillSumTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("UPDATE bills SET lines_total = 99, total = 99 WHERE id = '{0}'")]
    [InlineData("UPDATE bill_lines SET amount = 99 WHERE bill_id = '{0}'")]
    [InlineData("DELETE FROM bill_lines WHERE bill_id = '{0}'")]
    [InlineData(
        "INSERT INTO bill_lines SELECT tenant_id, gen_random_uuid(), bill_id, 7, item, quantity, unit, unit_price, amount, category FROM bill_lines WHERE bill_id = '{0}'")]
    public async Task Lines_that_do_not_add_up_are_refused_at_commit(string sql)
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(100));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            app.AsAppAsync("North", string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, bill)));
        Assert.Equal("ck_bills_lines_total", refusal.ConstraintName);
    }

    [Fact]
    public async Task A_bill_without_lines_is_refused()
    {
        var floor = (await app.FloorAsync("North", 1)).Id;
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => app.AsAppAsync("North", $"""
            INSERT INTO bills (tenant_id, id, floor_id, submission_id, number, date, shop, lines_total, charges, discount, total, recorded_at, changed_at)
            VALUES ('{Cast.TenantId("North")}', gen_random_uuid(), '{floor}', gen_random_uuid(), '1', '2026-03-15', 'Shop', 5, 0, 0, 5, now(), now())
            """));
        Assert.Equal("ck_bills_lines_total", refusal.ConstraintName);
    }

    [Fact]
    public async Task Within_a_transaction_lines_may_be_wrong_for_a_moment()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(100));
        await app.AsAppAsync("North",
            $"BEGIN; UPDATE bill_lines SET amount = 99 WHERE bill_id = '{bill}'; UPDATE bills SET lines_total = 99, total = 99 WHERE id = '{bill}'; COMMIT");
        Assert.Equal(99m, Assert.Single(await app.AsAppAsync("North", $"SELECT total FROM bills WHERE id = '{bill}'")));
    }

    [Fact]
    public async Task Voiding_does_not_ask_for_the_lines_again()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.DMart);
        await app.AsAppAsync("North", $"UPDATE bills SET voided_at = now(), void_reason = 'Twice' WHERE id = '{bill}'");
        Assert.Equal(
            691m, Assert.Single(await app.AsAppAsync("North", $"SELECT total FROM bills WHERE id = '{bill}' AND voided_at IS NOT NULL")));
    }
}
