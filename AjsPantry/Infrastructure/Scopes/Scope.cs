using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Scopes;

/// <summary>
/// What a handler, a query or a job asks for who acts, where and when. A request, a run of a job, an import and a command each have one.
/// </summary>
public sealed class Scope(PantryDb db, Caller caller, TimeProvider clock)
{
    private TenantView? _tenant;

    /// <summary>The tenant whose data this is; read with the session of a person, and once with the first question otherwise.</summary>
    public TenantView Tenant => _tenant ??= caller.Person is { Tenant: var own } && own.Id == db.TenantId ? own
        : db.Tenants.Select(TenantView.Of).Single();

    /// <summary>Reads the tenant before it is asked for, where no person brings it along.</summary>
    public async Task ReadTenantAsync(CancellationToken cancellationToken) =>
        _tenant = await db.Tenants.Select(TenantView.Of).SingleAsync(cancellationToken);

    /// <summary>The instant.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The same on the tenant's wall clock.</summary>
    public DateTimeOffset LocalNow => Tenant.Local(Now);

    /// <summary>The tenant's present day.</summary>
    public DateOnly Today => Tenant.Today(clock);

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">A visitor or a job acts.</exception>
    public SignedIn Actor => caller.Person ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The signed-in person; null where a visitor or a job acts.</summary>
    public SignedIn? Person => caller.Person;

    /// <summary>Their id; null where a visitor or a job acts.</summary>
    public Guid? ActorId => caller.Person?.Id;

    /// <summary>The name that audit entries and reports carry, of a person or a job.</summary>
    public string ActorName => caller.Name;

    /// <inheritdoc cref="Caller.Reason"/>
    public string? Reason { get => caller.Reason; set => caller.Reason = value; }

    /// <summary>The person has the right; what the installation does by itself it may do.</summary>
    public bool May(Permission permission) => caller.IsJob || caller.Person?.May(permission) == true;

    /// <summary>Whoever lacks the right gets no further; a page then answers 403.</summary>
    /// <exception cref="NotAllowedException">The right is missing.</exception>
    public void Demand(Permission permission)
    {
        if (!May(permission))
            throw new NotAllowedException(permission);
    }

    /// <summary>An audit entry of what no row of the database says by itself.</summary>
    public AuditEntry Entry(string kind, string thing, Guid thingId, string? before, string? after) =>
        AuditEntry.By(caller, Now, kind, thing, thingId, before, after);

    /// <inheritdoc cref="OwnThings.Refusal"/>
    public FieldMessage? Refusal(OwnThing thing, params ReadOnlySpan<Guid?> owners) => caller.Refusal(thing, owners);
}
