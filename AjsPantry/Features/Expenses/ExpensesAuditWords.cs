using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Expenses.Reports.Custom;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>Bills, receipts, budgets, months and reports in the audit trail.</summary>
public sealed class ExpensesAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Bill), "bill")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Bill.VoidedAt)] = "Voided",
                [nameof(Bill.VoidReason)] = "Reason for voiding",
                [nameof(Bill.LinesTotal)] = "Items",
                [nameof(Bill.Charges)] = "Delivery and charges",
                [nameof(Bill.ReversesId)] = "Reverses",
            },
        },
        new(typeof(BillLine), "bill item"),
        new(typeof(Receipt), "receipt")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Receipt.AddedAt)] = "Added on",
                [nameof(Receipt.RemovedAt)] = "Removed on",
                [nameof(Receipt.Size)] = "Size in bytes",
                [nameof(Receipt.Sha256)] = "Checksum",
                [nameof(Receipt.Kind)] = "Kind of file",
            },
        },
        new(typeof(Budget), "budget")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Budget.AlertAt)] = "Warn at % spent",
                [nameof(Budget.AllocatedAt)] = "Allocated on",
                [nameof(Budget.WithdrawReason)] = "Reason for withdrawal",
            },
        },
        new(typeof(MonthClosing), "closing of a month")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(MonthClosing.ClosedAt)] = "Closed on",
                [nameof(MonthClosing.ReopenedAt)] = "Reopened on",
                [nameof(MonthClosing.ReopenReason)] = "Reason for reopening",
            },
        },
        new(typeof(KeptReport), "report")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(KeptReport.Content)] = "The report itself",
            },
        },
        new(typeof(ReportPutAway), "archiving of a report"),
    ];

    public string? Of(Enum state) => state switch
    {
        Category category => category.Words(),
        BudgetKind kind => kind.Words(),
        _ => null,
    };

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT id, number || ' from ' || shop AS name FROM bills JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM receipts JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, to_char("from", 'FMDD Mon YYYY') || ' – ' || to_char(until, 'FMDD Mon YYYY') FROM budgets
                JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, to_char(month, 'FMMonth YYYY') FROM month_closings JOIN asked USING (id, tenant_id)
            """).ToListAsync(cancellationToken);
}
