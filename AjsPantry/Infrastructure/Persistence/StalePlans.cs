using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// What is asked often is planned once on each connection. When a migration gives a column another type under a node that runs,
/// PostgreSQL refuses such a plan, and Npgsql forgets it: asked again, it is planned anew. Within a transaction nothing can be asked
/// after an error, so there the refusal stands. Nothing else is tried again.
/// </summary>
internal sealed class StalePlans(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    /// <summary>Where PostgreSQL says that a cached plan must not change its result type; the state alone says "not supported".</summary>
    private const string RefusedBy = "RevalidateCachedQuery";

    private readonly DbContext _context = dependencies.CurrentContext.Context;

    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(
        TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        try
        {
            return operation(_context, state);
        }
        catch (Exception refused) when (IsStale(refused))
        {
            return operation(_context, state);
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await operation(_context, state, cancellationToken);
        }
        catch (Exception refused) when (IsStale(refused))
        {
            return await operation(_context, state, cancellationToken);
        }
    }

    private bool IsStale(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)
            is { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: RefusedBy }
        && _context.Database.CurrentTransaction is null;
}
