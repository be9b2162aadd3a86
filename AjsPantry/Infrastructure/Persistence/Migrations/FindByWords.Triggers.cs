using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>By which words things are found.</summary>
public partial class FindByWords
{
    private static readonly (string Kind, string Table, string Thing, string[] Columns)[] Found =
    [
        ("dishes", "dishes", "id", ["name"]),
        ("people", "members", "id", ["name"]),
        ("people_by_number", "members", "id", ["number"]),
        ("bills", "bills", "id", ["number", "shop"]),
        ("bills", "bill_lines", "bill_id", ["item"]),
        ("shopping", "shopping_items", "id", ["name"]),
        ("ideas", "ideas", "id", ["title", "text"]),
    ];

    private static void KeepWords(MigrationBuilder migration)
    {
        migration.CutIntoWords();
        foreach (var (kind, table, thing, columns) in Found)
            migration.FindBy(kind, table, thing, columns);
        migration.RaiseWall("search_words", "SELECT, INSERT, DELETE");
        // Migrations change rows of every tenant, and their words with them.
        migration.Sql("CREATE POLICY owner_words ON search_words TO pantry_owner USING (true) WITH CHECK (true);");
    }

    private static void KeepNoWords(MigrationBuilder migration)
    {
        foreach (var (kind, table, _, _) in Found)
            migration.FindNoLonger(kind, table);
        migration.Sql("DROP FUNCTION words_to_find(text); DROP FUNCTION plain_words(text);");
    }
}
