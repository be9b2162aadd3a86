namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>
/// The one tenant that a request or a job acts in. Set once, before the scope's first database context is made; without it
/// every tenant-owned table reads as empty.
/// </summary>
public sealed class CurrentTenant
{
    public Guid? Id { get; private set; }

    /// <exception cref="InvalidOperationException">The scope already acts in another tenant.</exception>
    public void Set(Guid tenantId)
    {
        if (Id is { } present && present != tenantId)
            throw new InvalidOperationException("A scope acts in one tenant only.");
        Id = tenantId;
    }
}
