using System.Linq.Expressions;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>
/// A question of a home page, about a floor, a person and a day (see <see cref="CompiledQuery{TQuestion}"/>). It is answered from memory
/// while nothing of the floor has changed; one that does not ask about the person is answered for everybody of the floor.
/// </summary>
public sealed class HomeQuery<TRow>(Expression<Func<PantryDb, Guid, Guid, DateOnly, IQueryable<TRow>>> question)
{
    private readonly CompiledQuery<Func<PantryDb, Guid, Guid, DateOnly, IAsyncEnumerable<TRow>>> _compiled =
        new(() => EF.CompileAsyncQuery<PantryDb, Guid, Guid, DateOnly, TRow>(question));

    private readonly bool _isPersonal = Uses.Of(question.Parameters[2], question.Body);

    /// <param name="day">Today where nothing is said.</param>
    public ValueTask<IReadOnlyList<TRow>> AskAsync(PantryDb db, Home home, CancellationToken cancellationToken, DateOnly? day = null)
    {
        var about = (Question: this, Floor: home.Floor.Id, Person: _isPersonal ? home.Person.Id : Guid.Empty, Day: day ?? home.Today);
        return home.Cache.ReadAsync<IReadOnlyList<TRow>>(about, async () =>
            await _compiled.For(db)(db, about.Floor, home.Person.Id, about.Day).ToListAsync(cancellationToken));
    }
}

/// <summary>Finds out whether an expression asks for one of its parameters.</summary>
internal sealed class Uses : ExpressionVisitor
{
    private readonly ParameterExpression _parameter;

    private bool _found;

    private Uses(ParameterExpression parameter) => _parameter = parameter;

    public static bool Of(ParameterExpression parameter, Expression expression)
    {
        var search = new Uses(parameter);
        search.Visit(expression);
        return search._found;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _found |= node == _parameter;
        return node;
    }
}
