using Microsoft.EntityFrameworkCore;

namespace Bare;

/// <summary>The least that a page can read: one row by its key.</summary>
internal sealed class Things(DbContextOptions<Things> options) : DbContext(options)
{
    public DbSet<Thing> All => Set<Thing>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Thing>(thing =>
    {
        thing.ToTable("things");
        thing.Property(each => each.Id).HasColumnName("id");
        thing.Property(each => each.Name).HasColumnName("name");
    });
}

internal sealed class Thing
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
