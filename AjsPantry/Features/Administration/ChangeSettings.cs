using AjsPantry.Features.Expenses;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Features.Administration;

/// <summary>Changes a tenant's settings; they count from everybody's next request. The second of two admins who change them at once is told and sees both.</summary>
public sealed class ChangeSettings(PantryDb db)
{
    /// <summary>The message of a lost race; the page shows what the other admin saved beside what was typed.</summary>
    public static readonly FieldMessage Changed = new(nameof(SettingsInput.Seen), "Another admin changed the settings while you were at it.");

    public Task<Tenant> ReadAsync(CancellationToken cancellationToken) => db.Tenants.AsNoTracking().SingleAsync(cancellationToken);

    public async Task<Outcome<Tenant>> HandleAsync(SettingsInput input, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Locked, so that what was compared is still so when it is written.
        var tenant = await db.Tenants.FromSql($"SELECT * FROM tenants FOR UPDATE").SingleAsync(cancellationToken);
        if (SettingsInput.MarkOf(tenant) != input.Seen)
            return Changed;
        if (tenant.Currency != input.Currency && await HasBillsAsync(cancellationToken))
            return new FieldMessage(nameof(SettingsInput.Currency), $"Bills are recorded in {tenant.Currency}, and their amounts would silently become another currency's. The currency stays.");
        input.WriteTo(tenant);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return tenant;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new FieldMessage(nameof(SettingsInput.Code), TenantRules.CodeTaken);
        }
    }

    private Task<bool> HasBillsAsync(CancellationToken cancellationToken) => db.Bills.AnyAsync(cancellationToken);
}
