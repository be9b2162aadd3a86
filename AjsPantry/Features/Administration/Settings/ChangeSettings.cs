using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Fines;
using AjsPantry.Features.Loans;
using AjsPantry.Features.Procurement;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Settings;

/// <summary>
/// Changes a tenant's settings; they count from everybody's next request. The second of two admins who change them at once is told and sees
/// both.
/// </summary>
public sealed class ChangeSettings(PantryDb db, Scope scope)
{
    /// <summary>The message of a lost race; the page shows what the other admin saved beside what was typed.</summary>
    public static readonly FieldMessage Changed = new(nameof(SettingsInput.Seen), "Another admin changed the settings in the meantime.");

    public Task<Tenant> ReadAsync(CancellationToken cancellationToken) => db.Tenants.AsNoTracking().SingleAsync(cancellationToken);

    public async Task<Outcome<Tenant>> HandleAsync(SettingsInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageTenant);
        await using var transaction = await db.BeginChangeOfTenantAsync(cancellationToken);
        var tenant = await db.Tenants.SingleAsync(cancellationToken);
        if (SettingsInput.MarkOf(tenant) != input.Seen)
            return Changed;
        if (tenant.Currency != input.Currency && await HasAmountsAsync(cancellationToken))
            return new FieldMessage(
                nameof(SettingsInput.Currency), $"There are already amounts in {tenant.Currency}, so the currency cannot change.");
        input.WriteTo(tenant);
        if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Taken))
            return new FieldMessage(nameof(SettingsInput.Code), TenantRules.CodeTaken);
        await transaction.CommitAsync(cancellationToken);
        return tenant;
    }

    /// <summary>Whether anything of the tenant is an amount of money, and be it of something that does not count any more.</summary>
    private async Task<bool> HasAmountsAsync(CancellationToken cancellationToken) =>
        await db.Bills.AnyAsync(cancellationToken)
        || await db.Budgets.AnyAsync(cancellationToken)
        || await db.Fines.AnyAsync(cancellationToken)
        || await db.Loans.AnyAsync(loan => loan.Kind == LoanKind.Money, cancellationToken)
        || await db.ShoppingItems.AnyAsync(item => item.Price != null, cancellationToken)
        || await db.Reports.AnyAsync(report => report.Bills > 0, cancellationToken);
}
