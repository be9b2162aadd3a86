using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

internal static class Reversals
{
    /// <summary>A bill that takes another back: its amounts, negative.</summary>
    public static Task<int> ReverseAsync(this PantryApp app, Guid bill, DateOnly day) => app.ReadAsync("North", async db =>
    {
        var id = Guid.CreateVersion7();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO bills (tenant_id, id, floor_id, submission_id, number, date, shop, lines_total, charges, discount, total, recorded_at, changed_at, reverses_id)
            SELECT tenant_id, {id}, floor_id, {id}, number || ' R', {day}, shop, -lines_total, -charges, -discount, -total, recorded_at, changed_at, id FROM bills WHERE id = {bill}
            """);
        var lines = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO bill_lines (tenant_id, id, bill_id, position, item, quantity, unit, amount, category)
            SELECT tenant_id, gen_random_uuid(), {id}, position, item, quantity, unit, -amount, category FROM bill_lines WHERE bill_id = {bill}
            """);
        await transaction.CommitAsync();
        return lines;
    });
}
