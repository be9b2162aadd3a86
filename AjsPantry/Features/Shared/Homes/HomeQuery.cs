using System.Linq.Expressions;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>A question of a home page, about a floor, a person and a day (see <see cref="CompiledQuery{TQuestion}"/>).</summary>
public sealed class HomeQuery<TRow>(Expression<Func<PantryDb, Guid, Guid, DateOnly, IQueryable<TRow>>> question)
{
    private readonly CompiledQuery<Func<PantryDb, Guid, Guid, DateOnly, IAsyncEnumerable<TRow>>> _compiled =
        new(() => EF.CompileAsyncQuery<PantryDb, Guid, Guid, DateOnly, TRow>(question));

    /// <param name="day">Today where nothing is said.</param>
    public ValueTask<List<TRow>> AskAsync(PantryDb db, Home home, CancellationToken cancellationToken, DateOnly? day = null) =>
        _compiled.For(db)(db, home.Floor.Id, home.Person.Id, day ?? home.Today).ToListAsync(cancellationToken);
}
