using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>Code that fits a window and does one thing at a time.</summary>
public sealed class StyleTests
{
    private const int Widest = 140;

    private const int MostLines = 250;

    private const int MostLinesOfMethod = 30;

    /// <summary>Methods that are still longer. The list may only get shorter; tables of a mapping are not looked at.</summary>
    private static readonly string[] KnownLong = [];

    /// <summary>A text as long as this may make its line longer: cut in two it would be harder to read and to find.</summary>
    private const int LongText = 80;

    private static readonly string[] Code = ["AjsPantry", "AjsPantry.Tests"];

    [Fact]
    public void Lines_fit_140_columns()
    {
        List<string> wide = [];
        foreach (var file in Code.SelectMany(folder => Sources.Files(folder, "*.cs")))
        {
            var lines = File.ReadAllLines(file);
            if (!Array.Exists(lines, line => line.Length > Widest))
                continue;
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file));
            var text = tree.GetText();
            var longer = lines.Index().Where(line => line.Item.Length > Widest && !HasLongText(tree, text.Lines[line.Index].Span));
            wide.AddRange(
                longer.Select(line => $"{Path.GetRelativePath(Sources.Root, file)}:{line.Index + 1}: {line.Item.Length} columns"));
        }

        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }

    [Fact]
    public void Lines_of_pages_fit_140_columns()
    {
        var lines = Sources.Files("AjsPantry", "*.cshtml")
            .SelectMany(file => File.ReadLines(file).Index().Select(line => (Name: Path.GetRelativePath(Sources.Root, file), line)));
        var wide = lines.Where(each => each.line.Item.Length > Widest && !each.line.Item.Contains("<path d=", StringComparison.Ordinal))
            .Select(each => $"{each.Name}:{each.line.Index + 1}: {each.line.Item.Length} columns")
            .ToList();
        Assert.True(wide.Count == 0, $"Break them between attributes, or give each element a line:\n{string.Join('\n', wide)}");
    }

    [Fact]
    public void A_statement_assigns_one_thing()
    {
        List<string> several = [];
        foreach (var file in Code.SelectMany(folder => Sources.Files(folder, "*.cs")))
        {
            var text = File.ReadAllText(file);
            if (!text.Contains(") = (", StringComparison.Ordinal) && !text.Contains(") =\n", StringComparison.Ordinal))
                continue;
            var assignments = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>();
            several.AddRange(
                assignments.Where(each => each is { Parent: ExpressionStatementSyntax, Right: TupleExpressionSyntax right }
                    && !Swaps(each.Left, right))
                .Select(each => $"{Path.GetRelativePath(Sources.Root, file)}: {each}"));
        }

        Assert.True(several.Count == 0, $"A statement of its own for each of them:\n{string.Join('\n', several)}");
    }

    [Fact]
    public void No_file_is_longer_than_one_reads_at_once()
    {
        var files = Code.SelectMany(folder => Sources.Files(folder, "*.cs"))
            .Select(file => (Name: Path.GetRelativePath(Sources.Root, file), Lines: File.ReadLines(file).Count()));
        var wrong = files.Where(file => file.Lines > MostLines).Select(file => $"{file.Name}: {file.Lines} lines").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_method_of_the_product_does_one_thing()
    {
        var wrong = new List<string>();
        var known = new HashSet<string>(KnownLong);
        foreach (var file in Sources.Files("AjsPantry", "*.cs").Where(file => !IsGenerated(file)))
        {
            var methods = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>();
            foreach (var method in methods.Where(method => method.Body is not null && method.Identifier.Text != "Configure"))
            {
                var name = $"{Path.GetFileNameWithoutExtension(file)}.{method.Identifier.Text}";
                var span = method.Body!.GetLocation().GetLineSpan();
                var lines = span.EndLinePosition.Line - span.StartLinePosition.Line - 1;
                if (lines > MostLinesOfMethod && !known.Remove(name))
                    wrong.Add($"{name}: {lines} lines. Give what belongs together a method with a name.");
            }
        }

        wrong.AddRange(known.Select(name => $"{name} is short now: take it off the list of long ones."));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsGenerated(string file) => file.Contains("Migrations", StringComparison.Ordinal);

    /// <summary>Two things that change places, or that each need what the other was.</summary>
    private static bool Swaps(ExpressionSyntax left, TupleExpressionSyntax right) =>
        left is TupleExpressionSyntax { Arguments.Count: 2 } two
        && two.Arguments.Select(each => each.Expression.ToString())
            .Any(each => right.DescendantNodes().Any(node => node.ToString() == each));

    private static bool HasLongText(SyntaxTree tree, Microsoft.CodeAnalysis.Text.TextSpan line) =>
        tree.GetRoot().DescendantNodes(line).Any(node =>
            node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringExpressionSyntax
            && node.Span.Intersection(line) is { Length: > LongText });
}
