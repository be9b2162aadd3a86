using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// Tells PostgreSQL the tenant whenever the context opens its connection; row-level security reads it from there. Npgsql
/// forgets the setting when the connection goes back to the pool, so the next user starts without a tenant.
/// </summary>
internal sealed class TenantConnection : DbConnectionInterceptor
{
    internal const string SetTenant = "SELECT set_config('app.tenant_id', $1, false)";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (CommandFor(connection, eventData) is not { } command)
            return;
        using (command)
            command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (CommandFor(connection, eventData) is not { } command)
            return;
        await using (command)
            await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand? CommandFor(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not PantryDb db || db.TenantId == Guid.Empty || db.TenantGoesAlong)
            return null;
        var command = connection.CreateCommand();
        command.CommandText = SetTenant;
        var value = command.CreateParameter();
        value.Value = db.TenantId.ToString();
        command.Parameters.Add(value);
        return command;
    }
}
