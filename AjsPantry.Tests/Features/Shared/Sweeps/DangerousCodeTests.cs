using System.Text.RegularExpressions;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Code that can do much harm, and the few files of the product that may hold it. What is added to this table is looked at by somebody,
/// and stands in SECURITY.md.
/// </summary>
public sealed class DangerousCodeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, (string Pattern, string[] Files)> Table = new()
    {
        ["calls the database"] = (
            @"NpgsqlDataSource\.Create|new NpgsqlConnection\(|NpgsqlConnectionFactory|UseNpgsql",
            ["DesignTimeDb.cs", "JobsSetup.cs", "Migrate.cs", "PersistenceSetup.cs", "PoolerCheck.cs"]),
        ["calls the mail server"] = (@"new SmtpClient\b", ["MailSender.cs"]),
        ["calls the collector of telemetry"] = ("UseOtlpExporter", ["TelemetrySetup.cs"]),
        ["calls the scanner of uploads, or any other machine"] = (
            @"\b(HttpClient|HttpMessageInvoker|WebRequest|WebClient|TcpClient|UdpClient|ClientWebSocket|Socket|Dns)\b[ .(]",
            ["FileScanner.cs"]),
        ["answers pages of other sites"] = (@"\bAddCors\b|\bUseCors\b|Access-Control-Allow", []),
        ["starts a program"] = (@"\bProcess\.Start\b|\bProcessStartInfo\b", []),
        ["runs code that was not compiled with it"] = (
            @"\bDllImport\b|\bLibraryImport\b|\bAssembly\.Load|\bActivator\.Create|\bDynamicMethod\b|\bCSharpScript\b", []),
        ["writes HTML as it is"] = (
            @"\bHtml\.Raw\b|\bnew HtmlString\b|\bSetHtmlContent\(\$|\bAppendHtml\(\$?""", ["IconTagHelper.cs"]),
        ["sends SQL as text"] = (@"\b(FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw)(Async)?\b", ["HealthQuery.cs", "OperationsQuery.cs"]),
        ["reads what may name its own types"] = (@"\bBinaryFormatter\b|\bTypeNameHandling\b|\bNetDataContractSerializer\b", []),
        ["reads XML with what it refers to"] = (@"\bDtdProcessing\.Parse\b|\bXmlUrlResolver\b|\bXmlTextReader\b|\bnew XmlDocument\b", []),
        ["uses weak or foreseeable numbers"] = (@"\bMD5\b|\bSHA1\b|\bTripleDES\b|\bRC2\b|\bRandom\.Shared\b|\bnew Random\(", []),
    };

    private static readonly Regex InBrowser = new(
        @"\b(innerHTML|outerHTML|insertAdjacentHTML)\b|\bdocument\.write\b|\beval\(|\bnew Function\b|\bjavascript:|[^=!]==[^=]|!=[^=]",
        RegexOptions.None,
        Patience);

    public static TheoryData<string> Kinds => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_stands_where_it_is_known_to_stand(string kind)
    {
        var (pattern, files) = Table[kind];
        var dangerous = new Regex(pattern, RegexOptions.None, Patience);
        var found = Sources.Files("AjsPantry", "*.cs").Concat(Sources.Files("AjsPantry", "*.cshtml"))
            .Where(file => File.ReadLines(file).Any(line => !IsComment(line) && dangerous.IsMatch(line)))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        Assert.Equal(files, found);
    }

    [Fact]
    public void Scripts_make_no_code_and_no_HTML_of_text_and_compare_strictly()
    {
        var files = Sources.Files("AjsPantry/wwwroot", "*.js").ToList();
        Assert.NotEmpty(files);
        var wrong = files.SelectMany(Dangerous).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Dangerous(string script) =>
        File.ReadLines(script).Where(line => !IsComment(line) && InBrowser.IsMatch(line)).Select(line => $"{script}: {line.Trim()}");

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);
}
