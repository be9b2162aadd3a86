using AjsPantry.Infrastructure.Web;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AjsPantry.Tests.Infrastructure.Web;

/// <summary>Lists are cut into pages in one place, and their addresses are read there.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("7", 7)]
    [InlineData("99999", 5000)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData("1.5", null)]
    [InlineData("two", null)]
    [InlineData("99999999999", null)]
    public void A_page_is_counted_from_1(string? typed, int? number) => Assert.Equal(number, Paging.Number(typed));

    [Theory]
    [InlineData(1, 0, 1, "1–0 of 0", false)]
    [InlineData(1, 20, 1, "1–20 of 20", false)]
    [InlineData(1, 21, 1, "1–20 of 21", true)]
    [InlineData(2, 21, 2, "21–21 of 21", false)]
    [InlineData(9, 45, 3, "41–45 of 45", false)]
    public void Past_its_end_a_list_shows_its_last_page(int asked, int total, int number, string words, bool hasMore)
    {
        var numbers = PageNumbers.Of(asked, total);
        Assert.Equal((number, words, hasMore), (numbers.Number, numbers.Words, numbers.HasMore));
        Assert.Equal(
            Enumerable.Range(numbers.First, numbers.Last - numbers.First + 1), numbers.Cut(Enumerable.Range(1, total).AsQueryable()));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(9, 0)]
    [InlineData(1, 45)]
    [InlineData(3, 45)]
    [InlineData(9, 45)]
    [InlineData(9, 40)]
    public async Task A_list_of_which_nobody_says_how_long_it_is_ends_alike(int asked, int total)
    {
        var rows = Enumerable.Range(1, total).ToList();
        var page = await Paging.PageAsync(
            asked, Paging.PerPage, (skip, take) => Task.FromResult(rows.Skip(skip).Take(take).ToList()), () => Task.FromResult(total));
        var numbers = PageNumbers.Of(asked, total);
        Assert.Equal((numbers.Number, numbers.HasMore), (page.Number, page.HasMore));
        Assert.Equal(numbers.Cut(rows.AsQueryable()), page.Rows);
    }

    [Fact]
    public void Nothing_else_cuts_a_list_into_pages()
    {
        string[] own = ["Paging.cs", "PageNumbers.cs"];
        var others = Sources.Files("AjsPantry", "*.cs").Where(file => !own.Contains(Path.GetFileName(file)) && CutsPages(file));
        Assert.Empty(others.Select(file => $"{Path.GetRelativePath(Sources.Root, file)} counts pages itself. Use Paging or PageNumbers."));
    }

    /// <summary>It skips as many rows as it reckoned, and takes some of the rest.</summary>
    private static bool CutsPages(string file)
    {
        var text = File.ReadAllText(file);
        return text.Contains(".Skip(", StringComparison.Ordinal) && text.Contains(".Take(", StringComparison.Ordinal)
            && CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Any(take => Name(take) == "Take"
                    && take.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax skip }
                    && Name(skip) == "Skip" && skip.ArgumentList.Arguments[0].Expression is not LiteralExpressionSyntax);
    }

    private static string? Name(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.Text;
}
