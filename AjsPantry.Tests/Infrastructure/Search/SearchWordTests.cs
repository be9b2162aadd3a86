using AjsPantry.Infrastructure.Search;
using AjsPantry.Tests.Infrastructure.Persistence;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Search;

/// <summary>The words that triggers keep.</summary>
public sealed class SearchWordTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>The scripts that people of a residence write in, and signs between their words.</summary>
    private static readonly Gen<char> Letter = Gen.Frequency(
        (5, Gen.Char['a', 'z']), (3, Gen.Char[' ', '~']), (2, Gen.Char['\u00A0', '\u024F']), (1, Gen.Char['\u0300', '\u036F']),
        (1, Gen.Char['\u0391', '\u03C1']), (1, Gen.Char['\u0410', '\u044F']), (1, Gen.Char['\u0621', '\u065F']),
        (2, Gen.Char['\u0905', '\u0DC6']),
        (1, Gen.Char['\u2000', '\u20BF']), (1, Gen.Char['\uFF01', '\uFF5E']));

    [Fact]
    public async Task The_database_cuts_texts_into_the_same_words()
    {
        var texts = Gen.String[Letter, 0, 60].Array[400].Single();
        await using var connection = new NpgsqlConnection(TestServer.AsApp(app.Database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT ARRAY(SELECT plain_words(typed)) FROM unnest($1::text[]) WITH ORDINALITY AS t (typed, number) ORDER BY number", connection);
        command.Parameters.AddWithValue(texts);
        await using var reader = await command.ExecuteReaderAsync();
        foreach (var text in texts)
        {
            Assert.True(await reader.ReadAsync());
            var words = await reader.GetFieldValueAsync<string[]>(0);
            Assert.Equal(PlainWords.Of(text).Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Words_come_change_and_go_with_the_rows_that_have_them()
    {
        var member = await app.ReadAsync("North", db => db.Members.Where(member => member.Number == Cast.Member.Number)
            .Select(member => member.Id).SingleAsync());
        await TestServer.WriteAsync(app.Database, $"UPDATE members SET name = 'Zóya del Río' WHERE id = '{member}'");
        await TestServer.WriteAsync(app.Database, $"UPDATE members SET number = 'AB-0042' WHERE id = '{member}'");
        Assert.Equal("del rio zoya", await WordsAsync("people", member));
        Assert.Equal("0042 42 ab", await WordsAsync("people_by_number", member));
        await TestServer.WriteAsync(app.Database, $"UPDATE members SET name = 'Zoya' WHERE id = '{member}'");
        Assert.Equal("zoya", await WordsAsync("people", member));
        Assert.Equal("0042 42 ab", await WordsAsync("people_by_number", member));
        Assert.Empty(await app.AsAppAsync("South", $"SELECT word FROM search_words WHERE thing_id = '{member}'"));
    }

    [Fact]
    public async Task A_bill_is_found_by_what_is_on_it_now()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(250, "GONE-1", "Corner shop", item: "Nutmeg"));
        Assert.Equal("1 corner gone nutmeg shop", await WordsAsync("bills", bill));
        await TestServer.WriteAsync(app.Database, $"UPDATE bill_lines SET item = 'Mace, 50 g' WHERE bill_id = '{bill}'");
        Assert.Equal("1 50 corner g gone mace shop", await WordsAsync("bills", bill));
    }

    private async Task<string> WordsAsync(string kind, Guid thing) =>
        string.Join(' ', await app.AsAppAsync(
            "North", $"SELECT word::text FROM search_words WHERE thing_id = '{thing}' AND kind = '{kind}' ORDER BY word"));
}
