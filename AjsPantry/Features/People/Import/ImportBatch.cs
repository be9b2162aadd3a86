using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Features.People.Import;

/// <summary>Adds the next people of an import in one transaction.</summary>
public sealed class ImportBatch(PantryDb db, TakenQuery taken, NewMembers newMembers, TimeProvider clock)
{
    /// <param name="size">How many rows to look at; when it is one and that one collides, its row is given up and the import goes
    /// on.</param>
    public async Task<BatchResult> RunAsync(Guid importId, int size, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldImportsAsync(cancellationToken);
        var import = await db.MemberImports.SingleAsync(import => import.Id == importId, cancellationToken);
        if (import.State == MemberImportState.Done)
            return BatchResult.Finished;
        var rows = CheckedRow.FromJson(import.Rows);
        var from = import.Done;
        var to = Math.Min(import.Done + size, rows.Count);
        var added = await SettleAsync(rows, from, to, cancellationToken);
        db.Members.AddRange(added);
        MoveIn(rows[from..to], added);
        try
        {
            return await SaveAsync(import, rows, to, added.Count, transaction.CommitAsync, cancellationToken);
        }
        catch (DbUpdateException exception)
            when (exception.IsConflict(
                RetryOnConflict.Taken, PostgresErrorCodes.ForeignKeyViolation, PostgresErrorCodes.DeadlockDetected))
        {
            await transaction.RollbackAsync(cancellationToken);
            return size == 1 ? await GiveUpAsync(importId, cancellationToken) : BatchResult.Collided;
        }
    }

    /// <summary>
    /// Asks once more what has changed since the check; notes it at the rows and returns the people who can still be added.
    /// </summary>
    private async Task<List<Member>> SettleAsync(List<CheckedRow> rows, int from, int to, CancellationToken cancellationToken)
    {
        var due = rows[from..to].Where(row => row.State == RowState.Add).ToList();
        if (due.Count == 0)
            return [];
        var (numbers,
            mails) = await taken.ReadAsync(
                due.Select(row => row.Row.Number), due.Select(row => row.Email).OfType<string>(), cancellationToken);
        var floors = await db.Floors.Where(floor => floor.ArchivedAt == null).Select(floor => floor.Id).ToHashSetAsync(cancellationToken);
        var rooms = await db.Rooms.Where(room => room.ArchivedAt == null).Select(room => room.Id).ToHashSetAsync(cancellationToken);
        for (var index = from; index < to; index++)
        {
            if (rows[index].State == RowState.Add)
                rows[index] = Settled(rows[index], numbers, mails, floors, rooms);
        }

        return newMembers.Make([.. rows[from..to].Where(row => row.State == RowState.Add)]);
    }

    private void MoveIn(List<CheckedRow> rows, List<Member> added)
    {
        var members = added.ToDictionary(member => member.Number, StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => row is { State: RowState.Add, RoomId: not null }))
            db.RoomStays.Add(new RoomStay { RoomId = row.RoomId!.Value, MemberId = members[row.Row.Number].Id, Since = clock.GetUtcNow() });
    }

    private static CheckedRow Settled(
        CheckedRow row, HashSet<string> numbers, HashSet<string> mails, HashSet<Guid> floors, HashSet<Guid> rooms) => row switch
        {
            _ when numbers.Contains(row.Row.Number) =>
                row with { State = RowState.Here, Problems = ["Was added by somebody else after the check."] },
            { Email: { } email } when mails.Contains(email) =>
                row with { State = RowState.Failed, Problems = [$"The email {email} was given to somebody else after the check."] },
            { FloorId: { } floor } when !floors.Contains(floor) =>
                row with { State = RowState.Failed, Problems = ["The floor was archived after the check."] },
            { RoomId: { } room } when !rooms.Contains(room) =>
                row with { State = RowState.Failed, Problems = ["The room was archived after the check."] },
            _ => row,
        };

    private async Task<BatchResult> SaveAsync(MemberImport import, List<CheckedRow> rows, int done, int added,
        Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        // Two megabytes for 10,000 rows: written again only when a row says something new.
        if (rows[import.Done..done].Any(row => row.State is RowState.Failed || (row.State == RowState.Here && row.Problems.Count > 0)))
            import.Rows = CheckedRow.ToJson(rows);
        import.Done = done;
        import.Added = import.Added + added;
        import.Error = null;
        var isFinished = done == rows.Count;
        import.State = isFinished ? MemberImportState.Done : MemberImportState.Running;
        import.FinishedAt = isFinished ? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(cancellationToken);
        await commit(cancellationToken);
        return isFinished ? BatchResult.Finished : BatchResult.Moved;
    }

    /// <summary>One row that the database refuses though nothing here says why must not hold up the rest.</summary>
    private async Task<BatchResult> GiveUpAsync(Guid importId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var import = await db.MemberImports.SingleAsync(import => import.Id == importId, cancellationToken);
        var rows = CheckedRow.FromJson(import.Rows);
        rows[import.Done] =
            rows[import.Done] with
            {
                State = RowState.Failed,
                Problems = ["Could not be added. Import this row again, or add the person by hand."]
            };
        return await SaveAsync(import, rows, import.Done + 1, 0, _ => Task.CompletedTask, cancellationToken);
    }
}

public enum BatchResult
{
    /// <summary>There is more to do.</summary>
    Moved,

    /// <summary>Nothing was written; a smaller batch may tell why.</summary>
    Collided,

    Finished,
}
