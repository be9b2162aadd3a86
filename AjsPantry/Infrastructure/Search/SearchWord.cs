using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Search;

/// <summary>
/// A word by which a thing is found. Behind row-level security no index serves a pattern, so the words of names stand here, where a
/// range of an index finds what begins with the letters that somebody typed. Triggers write them with the rows that have the names.
/// </summary>
[NotAudited]
public sealed class SearchWord : TenantOwned
{
    /// <summary>What is found by it, such as "dishes".</summary>
    public string Kind { get; private init; } = "";

    /// <summary>As <see cref="PlainWords"/> has it.</summary>
    public string Word { get; private init; } = "";

    /// <summary>What is found, such as a bill.</summary>
    public Guid ThingId { get; private init; }

    /// <summary>The row that has the word, such as a line of that bill.</summary>
    public Guid RowId { get; private init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchWord>
    {
        public void Configure(EntityTypeBuilder<SearchWord> entity)
        {
            entity.ToTable("search_words");
            entity.Property(word => word.Kind).HasMaxLength(20);
            // By code points, so that what begins with some letters is a range.
            entity.Property(word => word.Word).HasMaxLength(PlainWords.Longest).UseCollation("C");
            entity.HasIndex(word => new { word.TenantId, word.Kind, word.Word }).IncludeProperties(word => word.ThingId)
                .HasDatabaseName("ix_search_words_word");
            entity.HasIndex(word => new { word.TenantId, word.RowId }).HasDatabaseName("ix_search_words_row");
        }
    }
}

public static class SearchWordSet
{
    /// <summary>No letter comes after it.</summary>
    private const string Last = "\U0010FFFF";

    extension(PantryDb db)
    {
        public DbSet<SearchWord> SearchWords => db.Set<SearchWord>();

        /// <summary>The things of a kind that have a word that begins like each of these. All things when there is none.</summary>
        /// <param name="words">As <see cref="PlainWords.Of"/> gives them.</param>
        public IQueryable<Guid> HaveWords(string kind, IReadOnlyList<string> words)
        {
            var things = db.BeginningLike(kind, words.Count == 0 ? "" : words[0]);
            foreach (var word in words.Skip(1))
            {
                var others = db.BeginningLike(kind, word);
                things = things.Where(thing => others.Contains(thing));
            }

            return things;
        }

        private IQueryable<Guid> BeginningLike(string kind, string letters)
        {
            var end = letters + Last;
#pragma warning disable CA1309 // The database compares, by the column's collation.
            return db.SearchWords
                .Where(word => word.Kind == kind && string.Compare(word.Word, letters) >= 0 && string.Compare(word.Word, end) < 0)
                .Select(word => word.ThingId);
#pragma warning restore CA1309
        }
    }
}
