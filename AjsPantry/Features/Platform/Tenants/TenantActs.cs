using System.Text.Json;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>
/// Does what an operator does to a tenant, in the tenant's own scope, and notes it in the platform's audit trail as well as in the
/// tenant's. Both are committed one right after the other, the tenant's first: what happened is never without its own entry.
/// </summary>
public sealed class TenantActs(PantryDb platform, TenantScopes scopes, Caller caller, TimeProvider clock)
{
    private const string OperatorMark = " (operator)";

    /// <summary>The longest name that an audit entry takes.</summary>
    private const int LongestName = 100;

    /// <param name="act">Gets the tenant's services; what it saves is undone when it answers with messages.</param>
    /// <param name="note">What the platform's trail says of it; null when nothing was done.</param>
    public async Task<Outcome<T>> DoAsync<T>(
        Guid tenantId, Func<IServiceProvider, Task<Outcome<T>>> act, Func<T, ActNote?> note, CancellationToken cancellationToken)
        where T : class
    {
        await using var scope = scopes.Open(tenantId);
        ActAsOperator(scope.ServiceProvider.GetRequiredService<Caller>());
        // Operators who act on one tenant in the same moment wait for each other; else the second overwrites what it has not seen.
        await using var theirs = await scope.ServiceProvider.GetRequiredService<PantryDb>().BeginChangeOfPeopleAsync(cancellationToken);
        var outcome = await act(scope.ServiceProvider);
        if (!outcome.IsDone)
            return outcome;
        await using var ours = await platform.Database.BeginTransactionAsync(cancellationToken);
        if (note(outcome.Value) is { } noted)
            platform.AuditEntries.Add(Entry(tenantId, noted));
        await platform.SaveChangesAsync(cancellationToken);
        await theirs.CommitAsync(cancellationToken);
        await ours.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>The tenant's people read in their own trail that it was none of them.</summary>
    private void ActAsOperator(Caller inTenant)
    {
        var person = caller.Person!;
        var name = InputParser.Cut(person.Name, LongestName - OperatorMark.Length);
        inTenant.ActAs(person with { Name = name + OperatorMark }, caller.Address);
        inTenant.Reason = caller.Reason;
        inTenant.SessionProof = caller.SessionProof;
    }

    private AuditEntry Entry(Guid tenantId, ActNote note)
    {
        var before = note.Before is null ? null : JsonSerializer.Serialize(note.Before);
        var after = JsonSerializer.Serialize(note.After);
        return AuditEntry.By(caller, clock.GetUtcNow(), before is null ? "Added" : "Changed", note.Thing, tenantId, before, after);
    }
}

/// <summary>An entry of the platform's trail.</summary>
/// <param name="Before">Null when something was added.</param>
public sealed record ActNote(string Thing, Dictionary<string, object?>? Before, Dictionary<string, object?> After);
