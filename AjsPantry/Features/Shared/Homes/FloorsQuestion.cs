using System.Linq.Expressions;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>
/// A question about all floors on a day (see <see cref="CompiledQuery{TQuestion}"/>), answered from memory while nothing of any floor has
/// changed.
/// </summary>
public sealed class FloorsQuestion<TRow>(Expression<Func<PantryDb, DateOnly, IQueryable<TRow>>> question)
{
    private readonly CompiledQuery<Func<PantryDb, DateOnly, IAsyncEnumerable<TRow>>> _compiled =
        new(() => EF.CompileAsyncQuery<PantryDb, DateOnly, TRow>(question));

    public ValueTask<IReadOnlyList<TRow>> AskAsync(PantryDb db, FloorsHome home, CancellationToken cancellationToken) =>
        home.Cache.ReadAsync<IReadOnlyList<TRow>>(
            (Question: this, Day: home.Today), async () => await ReadAsync(db, home, cancellationToken));

    /// <summary>Asks the database each time: for rows whose changes leave no mark.</summary>
    public ValueTask<List<TRow>> ReadAsync(PantryDb db, FloorsHome home, CancellationToken cancellationToken) =>
        _compiled.For(db)(db, home.Today).ToListAsync(cancellationToken);
}
