using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// Sends the tenant and the first question of a connection in one batch, where <see cref="PantryDb.TenantGoesAlong"/> asks for it.
/// Outside a transaction: one that is rolled back would take the tenant back with it.
/// </summary>
internal sealed class TenantWithQuestion : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not PantryDb { TenantGoesAlong: true } db)
            return result;
        await using var batch = Batch(command, db.TenantId);
        var reader = await batch.ExecuteReaderAsync(cancellationToken);
        // The first answer is the setting's. The question may be refused here, and is then asked once more with the tenant.
        await reader.NextResultAsync(cancellationToken);
        db.TenantGoesAlong = false;
        return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
    }

    private static NpgsqlBatch Batch(DbCommand command, Guid tenantId)
    {
        var tenant = new NpgsqlBatchCommand(TenantConnection.SetTenant);
        tenant.Parameters.Add(new NpgsqlParameter { Value = tenantId.ToString() });
        var question = new NpgsqlBatchCommand(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters)
            question.Parameters.Add(parameter.Clone());
        return new NpgsqlBatch((NpgsqlConnection)command.Connection!)
        {
            BatchCommands = { tenant, question },
            Timeout = command.CommandTimeout,
        };
    }
}
