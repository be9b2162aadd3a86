using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>
/// A dish of the tenant's library, with the recipe by which it is bought for. Dishes are archived or merged, never deleted.
/// </summary>
public sealed class Dish : TenantOwned
{
    public const int LongestName = 120;
    public const int LongestSummary = 500;
    public const int LongestTip = 200;
    public const int MostTips = 20;
    public const int MostIngredients = 60;
    public const int MostServings = 1000;

    /// <summary>The unique index that keeps names in use apart.</summary>
    internal const string NameIndex = "ux_dishes_name";

    public required string Name { get; set; }

    /// <summary>The name as it is compared, see <see cref="DishName.Normal"/>; unique among the tenant's dishes in use.</summary>
    public required string NormalName { get; set; }

    public required DishCategory Category { get; set; }

    /// <summary>How many people the recipe's quantities are for.</summary>
    public int Servings { get; set; } = 30;

    /// <summary>The recipe in a sentence or two; null when nobody wrote one.</summary>
    public string? Summary { get; set; }

    public string[] Tips { get; set; } = [];

    public List<DishIngredient> Ingredients { get; } = [];

    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>
    /// The dish that took this one's place when the two were found to be the same; set together with <see cref="ArchivedAt"/>.
    /// </summary>
    public Guid? MergedIntoId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Dish>
    {
        public void Configure(EntityTypeBuilder<Dish> entity)
        {
            entity.ToTable("dishes", table =>
            {
                table.HasCheckConstraint("ck_dishes_name", "name <> '' AND normal_name <> ''");
                table.HasCheckConstraint("ck_dishes_servings", $"servings BETWEEN 1 AND {MostServings}");
                table.HasCheckConstraint("ck_dishes_merged", "merged_into_id IS NULL OR archived_at IS NOT NULL");
            });
            entity.Property(dish => dish.Name).HasMaxLength(LongestName);
            entity.Property(dish => dish.NormalName).HasMaxLength(LongestName);
            entity.Property(dish => dish.Category).HasConversion<string>().HasMaxLength(10);
            entity.Property(dish => dish.Summary).HasMaxLength(LongestSummary);
            entity.Property(dish => dish.Version).IsRowVersion();
            entity.HasIndex(dish => new { dish.TenantId, dish.NormalName }).IsUnique().HasFilter("archived_at IS NULL")
                .HasDatabaseName(NameIndex);
            entity.HasOne<Dish>().WithMany().HasForeignKey(dish => new { dish.TenantId, dish.MergedIntoId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One ingredient of a dish's recipe, for the dish's number of servings.</summary>
public sealed class DishIngredient : TenantOwned
{
    public const int LongestName = 80;

    public Guid DishId { get; private init; }

    public required int Position { get; init; }

    public required string Name { get; set; }

    public required decimal Quantity { get; set; }

    /// <summary>One of <see cref="RecipeUnits"/>.</summary>
    public required string Unit { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DishIngredient>
    {
        public void Configure(EntityTypeBuilder<DishIngredient> entity)
        {
            entity.ToTable("dish_ingredients", table => table.HasCheckConstraint("ck_dish_ingredients", "name <> '' AND quantity > 0"));
            entity.Property(ingredient => ingredient.Name).HasMaxLength(LongestName);
            entity.Property(ingredient => ingredient.Quantity).HasPrecision(10, 3);
            entity.Property(ingredient => ingredient.Unit).HasMaxLength(10);
            entity.HasIndex(ingredient => new { ingredient.TenantId, ingredient.DishId, ingredient.Position }).IsUnique();
            entity.HasOne<Dish>().WithMany(dish => dish.Ingredients)
                .HasForeignKey(ingredient => new { ingredient.TenantId, ingredient.DishId }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>What a dish can be in a meal.</summary>
public enum DishCategory
{
    Main,
    Side,
    Both,
}

/// <summary>The units of recipes.</summary>
public static class RecipeUnits
{
    public static readonly IReadOnlyList<string> All = ["pcs", "g", "kg", "ml", "ltr", "tsp", "tbsp", "cups", "heads", "loaves", "sets"];
}

public static class DishSets
{
    extension(PantryDb db)
    {
        public DbSet<Dish> Dishes => db.Set<Dish>();
    }
}
