using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// Lost races: what somebody else wrote between reading and saving. A write says by name which ones it expects; all others are thrown.
/// </summary>
public static class RetryOnConflict
{
    /// <summary>A row that was to be written was changed or removed since it was read.</summary>
    public const string Changed = "xmin";

    /// <summary>Any unique rule. Where one of several is expected, its own name stands instead.</summary>
    public const string Taken = PostgresErrorCodes.UniqueViolation;

    /// <summary>Whoever loses so often in a row has met something else than a race.</summary>
    private const int Tries = 10;

    /// <summary>Looks again from the beginning, with nothing tracked, while somebody else is quicker.</summary>
    /// <param name="act">Reads, decides and saves, in a transaction of its own where it needs one.</param>
    /// <param name="rules"><see cref="Changed"/>, <see cref="Taken"/> or names of constraints.</param>
    public static async Task<T> RetryOnConflictAsync<T>(this PantryDb db, Func<Task<T>> act, params string[] rules)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateException exception) when (tries < Tries && exception.IsConflict(rules))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <inheritdoc cref="RetryOnConflictAsync{T}"/>
    public static Task RetryOnConflictAsync(this PantryDb db, Func<Task> act, params string[] rules) =>
        db.RetryOnConflictAsync(async () =>
        {
            await act();
            return true;
        }, rules);

    /// <summary>Saves, for a write that has an answer to a lost race.</summary>
    /// <returns>False, with nothing tracked any more, when somebody else was quicker.</returns>
    public static async Task<bool> TrySaveAsync(this PantryDb db, CancellationToken cancellationToken, params string[] rules)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(rules))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>It is one of the races that the write expects.</summary>
    public static bool IsConflict(this DbUpdateException exception, params string[] rules) => exception switch
    {
        DbUpdateConcurrencyException => rules.Contains(Changed),
        { InnerException: PostgresException refusal } => rules.Contains(refusal.SqlState) || rules.Contains(refusal.ConstraintName),
        _ => false,
    };
}
