using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// What migrations say about which columns a thing is found by. Triggers keep the words, so that no way of writing can forget them.
/// </summary>
public static class SearchWordTriggers
{
    /// <summary>Makes the functions that cut texts into words.</summary>
    public static void CutIntoWords(this MigrationBuilder migration)
    {
        var narrow = string.Concat(Enumerable.Range('!', 94).Select(letter => (char)letter));
        var wide = string.Concat(narrow.Select(letter => (char)(letter + 0xFEE0)));
        // The same as PlainWords: signs that make a word stand in the last set, other signs part words.
        migration.Sql($"""
            CREATE FUNCTION plain_words(typed text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $words$
                SELECT DISTINCT left(word, 30) FROM regexp_split_to_table(
                    normalize(
                        translate(lower(translate(
                            regexp_replace(normalize(typed, NFD), '[\u0300-\u036F''\u2019]', '', 'g'),
                            $wide${wide}$wide$, $narrow${narrow}$narrow$) COLLATE "und-x-icu"), 'ς', 'σ'),
                        NFC) COLLATE "und-x-icu",
                    '[^[:alnum:]\u0900-\u0963\u0966-\u096F\u0971-\u0EFF\u064B-\u065F\u0670]+') AS word
                WHERE word <> ''
            $words$;
            """);
        // The number at the end of INV-0042 or GST26/0042 is found by 42 too.
        migration.Sql("""
            CREATE FUNCTION words_to_find(typed text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $words$
                SELECT word FROM plain_words(typed) AS word
                UNION
                SELECT ltrim(substring(word FROM '[0-9]+$'), '0') FROM plain_words(typed) AS word WHERE word ~ '[1-9]\d*$'
            $words$;
            """);
    }

    /// <summary>Keeps the words of some columns of a table, and writes those of the rows that are there.</summary>
    /// <param name="kind">What is found by them.</param>
    /// <param name="thing">The column with the id of what is found.</param>
    /// <param name="columns">Those with the words.</param>
    public static void FindBy(this MigrationBuilder migration, string kind, string table, string thing, params string[] columns)
    {
        var name = Name(kind, table);
        var differ = string.Join(" OR ", columns.Append(thing).Select(column => $"OLD.{column} IS DISTINCT FROM NEW.{column}"));
        migration.Sql($"""
            CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $find$
            BEGIN
            IF TG_OP <> 'INSERT' THEN
              DELETE FROM search_words WHERE tenant_id = OLD.tenant_id AND row_id = OLD.id AND kind = '{kind}';
            END IF;
            IF TG_OP <> 'DELETE' THEN
              {Insert("NEW")};
            END IF;
            RETURN NULL;
            END $find$;
            CREATE TRIGGER {name}_come AFTER INSERT OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
            CREATE TRIGGER {name}_change AFTER UPDATE ON {table} FOR EACH ROW WHEN ({differ}) EXECUTE FUNCTION {name}();
            ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
            {Insert("r", $"{table} r CROSS JOIN LATERAL ")};
            ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
            """);

        string Insert(string row, string from = "") => $"""
            INSERT INTO search_words (tenant_id, id, kind, word, thing_id, row_id)
                SELECT {row}.tenant_id, gen_random_uuid(), '{kind}', word, {row}.{thing}, {row}.id
                FROM {from}words_to_find(concat_ws(' ', {string.Join(", ", columns.Select(column => $"{row}.{column}"))})) AS word
            """;
    }

    /// <summary>Takes it back.</summary>
    public static void FindNoLonger(this MigrationBuilder migration, string kind, string table) =>
        migration.Sql($"DROP FUNCTION {Name(kind, table)}() CASCADE;");

    private static string Name(string kind, string table) => $"find_{kind}_by_{table}";
}
