using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a database.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<PantryDb>
{
    public PantryDb CreateDbContext(string[] args) => new(Options(""), new CurrentTenant());

    /// <summary>The context as the owner of the tables uses it, to migrate.</summary>
    internal static DbContextOptions<PantryDb> Options(string connection) =>
        new DbContextOptionsBuilder<PantryDb>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options;
}
