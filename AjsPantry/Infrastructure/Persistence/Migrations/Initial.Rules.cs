using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What the model cannot say, in files by what it does: who may touch which rows, what is asked before a tenant is known, what operators
/// count over all tenants, what the database refuses and what it writes itself.
/// </summary>
public partial class Initial
{
    private static void AddRules(MigrationBuilder migration)
    {
        SetDefaults(migration);
        RaiseWalls(migration);
        AddLookups(migration);
        AddSignIn(migration);
        AddOperations(migration);
        AddPlatformFigures(migration);
        AddPlatformTenants(migration);
        KeepApart(migration);
        CheckBillLines(migration);
        KeepClosedMonths(migration);
        StampAuditEntries(migration);
    }

    /// <summary>A function that belongs to the owner answers the application and nobody else.</summary>
    /// <param name="function">With the types of its parameters.</param>
    private static void LetApplicationAsk(MigrationBuilder migration, string function) =>
        migration.Sql($"""
            REVOKE ALL ON FUNCTION {function} FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION {function} TO pantry_app;
            """);
}
