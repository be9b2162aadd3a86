using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>Loans between floors in the audit trail.</summary>
public sealed class LoansAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Loan), "loan between floors"),
        new(typeof(LoanReturn), "return of a loan"),
    ];

    public string? Of(Enum state) => state is LoanKind kind ? kind.Words() : null;

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT id, item AS name FROM loans JOIN asked USING (id, tenant_id)
            UNION ALL SELECT b.id, loans.item FROM loan_returns b JOIN asked USING (id, tenant_id)
                JOIN loans ON loans.tenant_id = b.tenant_id AND loans.id = b.loan_id
            """).ToListAsync(cancellationToken);
}
