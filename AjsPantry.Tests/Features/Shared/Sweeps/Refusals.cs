using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>A sentence by which the product refuses something, as it stands in the sources.</summary>
/// <param name="Parts">The words between its placeholders, in order.</param>
/// <param name="Place">The file and line of its first appearance.</param>
internal sealed record Refusal(IReadOnlyList<string> Parts, string Place)
{
    public string Text => string.Join("{...}", Parts);
}

/// <summary>
/// Collects refusals from the product's sources, and from the tests' sources what they expect to read. A refusal is a sentence that is
/// handed to a validator's message, a field message or the model state, or that stands in something that answers why not.
/// </summary>
internal static partial class Refusals
{
    /// <summary>Methods and properties that answer why something is refused, by what they return or how they are called.</summary>
    private static readonly string[] AnswersWhyNot = ["FieldMessage", "Outcome<", "string?"];

    public static IReadOnlyList<Refusal> OfProduct()
    {
        var found = new Dictionary<string, Refusal>();
        var trees = Sources.Files("AjsPantry", "*.cs").Where(IsOfProduct).Select(Parse).ToList();
        var spoken = trees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()).Where(IsRefusal)
            .Select(name => name.Identifier.Text).ToHashSet();
        foreach (var tree in trees)
        {
            foreach (var node in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>())
            {
                if (PartsOf(node) is { } parts && IsSentence(parts) && (IsRefusal(node) || IsConstantOf(node, spoken)))
                    found.TryAdd(string.Join("{...}", parts), new Refusal(parts, PlaceOf(node)));
            }
        }

        return [.. found.Values];
    }

    /// <summary>All that stands between quotation marks in the tests, but for this sweep's own.</summary>
    public static IReadOnlyList<string> WordsOfTests() =>
    [
        .. Sources.Files("AjsPantry.Tests", "*.cs").Where(file => !file.Contains("Sweeps", StringComparison.Ordinal)).Select(Parse)
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()).Select(PartsOf).OfType<IReadOnlyList<string>>()
            .SelectMany(parts => parts).Select(words => words.Trim()).Where(IsTelling).Distinct(),
    ];

    /// <summary>Whether a test that expects these words expects the refusal: all of it, or words that no other refusal has.</summary>
    public static bool Expects(string words, Refusal refusal, IReadOnlyList<Refusal> all)
    {
        if (refusal.Parts.Any(part => IsTelling(part.Trim()) && words.Contains(part.Trim(), StringComparison.Ordinal)))
            return true;
        return IsWhole(refusal, words) || (Has(refusal, words) && all.Count(other => Has(other, words)) == 1);
    }

    /// <summary>
    /// Whether the words are all of the refusal, with something in each of its places, perhaps after its field. Of some no part is telling.
    /// </summary>
    private static bool IsWhole(Refusal refusal, string words) =>
        refusal.Parts.Count > 1 && IsTelling(words)
            && Regex.IsMatch(words, $"^(\\w+: )?{string.Join(".+", refusal.Parts.Select(Regex.Escape))}$");

    private static bool Has(Refusal refusal, string words) => refusal.Parts.Any(part => part.Contains(words, StringComparison.Ordinal));

    /// <summary>Whether words are enough to know a sentence by.</summary>
    private static bool IsTelling(string words) => words.Length >= 10 && words.Contains(' ', StringComparison.Ordinal);

    private static bool IsSentence(IReadOnlyList<string> parts) => Sentence().IsMatch(string.Join("X", parts));

    [GeneratedRegex("^[A-Z0-9'].* .*[.?!]$", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    /// <summary>Commands for whoever runs an installation speak on the console, and demo data refuses nobody.</summary>
    private static bool IsOfProduct(string file) =>
        !file.Contains(Path.Combine("Platform", "Demo"), StringComparison.Ordinal)
            && !file.EndsWith(".Designer.cs", StringComparison.Ordinal);

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetRelativePath(Sources.Root, file));

    private static string PlaceOf(SyntaxNode node) =>
        $"{node.SyntaxTree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>The fixed words of a string; null for what is none. Strings that are added up count as one.</summary>
    private static IReadOnlyList<string>? PartsOf(ExpressionSyntax node) => node switch
    {
        _ when node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } => null,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => [literal.Token.ValueText],
        InterpolatedStringExpressionSyntax text => PartsOf(text),
        _ => null,
    };

    private static List<string> PartsOf(InterpolatedStringExpressionSyntax text)
    {
        List<string> parts = [""];
        foreach (var content in text.Contents)
        {
            if (content is InterpolatedStringTextSyntax words)
                parts[^1] += words.TextToken.ValueText;
            else
                parts.Add("");
        }

        return parts;
    }

    private static bool IsConstantOf(ExpressionSyntax node, HashSet<string> spoken) =>
        node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field }
            && spoken.Contains(field.Identifier.Text);

    private static bool IsRefusal(ExpressionSyntax node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case ArgumentSyntax argument when IsMessage(argument):
                    return true;
                case MethodDeclarationSyntax method:
                    return AnswersWhyNot.Any(type => method.ReturnType.ToString().Contains(type, StringComparison.Ordinal))
                        || NamesWhyNot(method.Identifier.Text);
                case PropertyDeclarationSyntax property:
                    return NamesWhyNot(property.Identifier.Text);
                case FieldDeclarationSyntax or ConstructorDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool NamesWhyNot(string name) =>
        name.Contains("Refus", StringComparison.Ordinal) || name.Contains("Problem", StringComparison.Ordinal)
            || name.Contains("WhyNot", StringComparison.Ordinal);

    private static bool IsMessage(ArgumentSyntax argument) => argument.Parent!.Parent switch
    {
        InvocationExpressionSyntax call =>
            CalledName(call) is "WithMessage" or "AddModelError" or "RefuseAsync" or "Unreadable" or "AddFailure",
        ObjectCreationExpressionSyntax made => made.Type.ToString() == "FieldMessage",
        _ => false,
    };

    private static string CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };
}
