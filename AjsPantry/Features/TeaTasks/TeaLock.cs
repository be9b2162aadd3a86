using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.TeaTasks;

internal static class TeaLock
{
    /// <summary>
    /// Begins a transaction in which nobody else changes a rota or a duty of the tenant. It is the one in which people move and leave,
    /// so that whoever lives on the floor now still does when the duty is written.
    /// </summary>
    public static Task<IDbContextTransaction> BeginChangeOfTeaAsync(this PantryDb db, CancellationToken cancellationToken) =>
        db.BeginChangeOfPeopleAsync(cancellationToken);
}
