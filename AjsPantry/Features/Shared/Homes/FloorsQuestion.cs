using System.Linq.Expressions;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>A question about all floors on a day (see <see cref="CompiledQuery{TQuestion}"/>).</summary>
public sealed class FloorsQuestion<TRow>(Expression<Func<PantryDb, DateOnly, IQueryable<TRow>>> question)
{
    private readonly CompiledQuery<Func<PantryDb, DateOnly, IAsyncEnumerable<TRow>>> _compiled =
        new(() => EF.CompileAsyncQuery<PantryDb, DateOnly, TRow>(question));

    public ValueTask<List<TRow>> AskAsync(PantryDb db, DateOnly day, CancellationToken cancellationToken) =>
        _compiled.For(db)(db, day).ToListAsync(cancellationToken);
}
