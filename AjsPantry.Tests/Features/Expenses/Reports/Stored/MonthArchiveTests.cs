using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using AjsPantry.Tests.Features.Expenses.Receipts;
using CsvHelper;

namespace AjsPantry.Tests.Features.Expenses.Reports.Stored;

/// <summary>The month in one zip.</summary>
public sealed class MonthArchiveTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly May = new(2024, 5, 1);

    [Fact]
    public async Task The_pack_has_the_report_its_receipts_and_a_checksum_for_each()
    {
        var first = await app.RecordAsync("North", 1, BillActs.One(10, "F1-1145", "Shree Kirana", May.AddDays(2)));
        var second = await app.RecordAsync("North", 1, BillActs.One(20, "A/B", "../Shop", May.AddDays(3)));
        foreach (var content in new[] { Uploads.Photo(), Uploads.Pdf() })
            await app.AddReceiptAsync(first, content: content);
        await app.AddReceiptAsync(second);
        await app.AddReceiptAsync(await app.RecordAsync("North", 1, BillActs.One(30, "JUNE", date: May.AddMonths(1))));
        var gone = await app.AddReceiptAsync(second);
        var head = await app.SignInAsync(Cast.Head);
        await head.PostAsync($"/expenses/receipt/{gone}/remove", new() { ["Input.Reason"] = "Wrong" });
        var report = await app.MakeReportAsync("North", 1, May);
        app.Commands.Clear();
        var answer = await head.GetAsync($"/expenses/report/{report.Id}/pack");
        Assert.Equal((200, "application/zip", "expenses-floor-1-2024-05.zip"),
            (answer.Status, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.InRange(app.Commands.All.Count, 1, 6);

        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        string[] receipts = ["receipts/2024-05-03 F1-1145 Shree Kirana 1.jpg", "receipts/2024-05-03 F1-1145 Shree Kirana 2.pdf",
            "receipts/2024-05-04 A B .. Shop 1.jpg"];
        Assert.Equal(
            ["expenses-floor-1-2024-05.csv", "expenses-floor-1-2024-05.pdf", "expenses-floor-1-2024-05.xlsx", "manifest.csv", .. receipts],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var rows = Manifest(zip);
        Assert.Equal(zip.Entries.Count - 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(row[5], Convert.ToHexStringLower(SHA256.HashData(Read(zip, row[0])))));
        Assert.All(rows, row => Assert.Equal(row[4], Read(zip, row[0]).Length.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(await (await head.GetAsync($"/expenses/report/{report.Id}/pdf")).Content.ReadAsByteArrayAsync(),
            Read(zip, "expenses-floor-1-2024-05.pdf"));
    }

    [Fact]
    public async Task A_month_without_receipts_has_a_pack_too()
    {
        var report = await app.MakeReportAsync("North", 1, new DateOnly(2023, 1, 1));
        using var zip = new ZipArchive(
            await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/report/{report.Id}/pack")).Content.ReadAsStreamAsync());
        Assert.Equal(4, zip.Entries.Count);
    }

    [Fact]
    public async Task Nobody_gets_the_pack_of_another_floor_or_tenant()
    {
        var report = await app.MakeReportAsync("North", 1, new DateOnly(2023, 2, 1));
        foreach (var person in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantHead, Cast.OtherTenantAdmin])
            Assert.Equal(404, (await (await app.SignInAsync(person)).GetAsync($"/expenses/report/{report.Id}/pack")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/expenses/report/{report.Id}/pack")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/report/{Guid.NewGuid()}/pack")).Status);
        Assert.StartsWith(
            "/sign-in", (await app.Visit().GetAsync($"/expenses/report/{report.Id}/pack")).Location, StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(content);
        return content.ToArray();
    }

    private static List<string[]> Manifest(ZipArchive zip)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(Read(zip, "manifest.csv"))), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        csv.Read();
        while (csv.Read())
            rows.Add(csv.Parser.Record!);
        return rows;
    }
}
