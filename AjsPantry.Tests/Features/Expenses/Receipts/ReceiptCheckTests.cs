using System.Text;
using AjsPantry.Features.Expenses.Receipts;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>What a sent file really is, whatever it says of itself.</summary>
public sealed class ReceiptCheckTests : IDisposable
{
    private readonly CheckedFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("owner-password-only.pdf")]
    [InlineData("owner-rc4-40.pdf")]
    [InlineData("leading-bom.pdf")]
    public async Task A_pdf_that_every_reader_opens_is_kept_as_it_came(string name)
    {
        var kept = await _files.KeptAsync(Sent(name));
        Assert.Equal((ReceiptKind.Pdf, 1), (kept.Kind, kept.Pages));
        Assert.Equal(Sent(name), kept.Bytes);
    }

    [Fact]
    public async Task A_pdf_may_have_a_kilobyte_before_its_beginning()
    {
        Assert.Equal(ReceiptKind.Pdf, (await _files.KeptAsync([.. new byte[1019], .. Uploads.Pdf()])).Kind);
        Assert.Contains("neither a photo", await _files.RefusedAsync([.. new byte[1020], .. Uploads.Pdf()]), StringComparison.Ordinal);
    }

    private static byte[] Sent(string name) =>
        File.ReadAllBytes(Path.Combine(Sources.Root, "AjsPantry.Tests/Features/Expenses/Receipts/Files", name));

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task A_pdf_is_kept_as_it_came(int pages)
    {
        var pdf = Uploads.Pdf(pages);
        var kept = await _files.KeptAsync(pdf);
        Assert.Equal((ReceiptKind.Pdf, pages), (kept.Kind, kept.Pages));
        Assert.Equal(pdf, kept.Bytes);
    }

    [Fact]
    public async Task Whatever_is_no_receipt_is_refused_in_words()
    {
        Assert.Contains("is empty", await _files.RefusedAsync([]), StringComparison.Ordinal);
        Assert.Contains("neither a photo",
            await _files.RefusedAsync("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()),
            StringComparison.Ordinal);
        Assert.Contains(
            "neither a photo", await _files.RefusedAsync("<!doctype html><script>alert(1)</script>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains(
            "neither a photo", await _files.RefusedAsync("GIF89a<script>alert(1)</script>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("neither a photo", await _files.RefusedAsync([0x50, 0x4B, 3, 4, 0, 0]), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be opened", await _files.RefusedAsync([0xFF, 0xD8, 0xFF, 0xE0, .. "<script>alert(1)</script>"u8]),
            StringComparison.Ordinal);
        Assert.Contains(
            "cannot be opened", await _files.RefusedAsync([.. "RIFF\0\0\0\0WEBP"u8, .. new byte[40]]), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be opened", await _files.RefusedAsync([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0]), StringComparison.Ordinal);
        Assert.Contains("10 MB", await _files.RefusedAsync(new byte[ReceiptLimits.Bytes + 1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdfs_that_were_made_to_hurt_are_refused_in_words()
    {
        Assert.Contains("1000 pages", await _files.RefusedAsync(Uploads.Pdf(1000)), StringComparison.Ordinal);
        Assert.Contains("21 pages", await _files.RefusedAsync(Uploads.Pdf(21)), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", await _files.RefusedAsync("%PDF-1.7 and nothing else"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("cannot be opened",
            await _files.RefusedAsync([.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 200_000).Select(at => (byte)(at * 7919 >> 3))]),
            StringComparison.Ordinal);
        await _files.RefusedAsync(Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n" + new string('[', 2_000_000)));
        await _files.RefusedAsync(Encoding.Latin1
            .GetBytes("%PDF-1.7\n1 0 obj\n" + string.Concat(Enumerable.Repeat("<</A ", 400_000)) + "\ntrailer << /Root 1 0 R >>"));
        await _files.RefusedAsync(Uploads.HandMade(
            "<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [2 0 R] /Count 1 /X {new string('[', 100_000)} >>"));
        await _files.RefusedAsync(Uploads.HandMade(
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"));
        await _files.RefusedAsync(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Uploads.Pdf())[..300]));
    }

    [Fact]
    public async Task A_pdf_whose_table_of_contents_unpacks_to_gigabytes_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var zip = new System.IO.Compression.ZLibStream(
            packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var at = 0; at < 300; at++)
                zip.Write(zeros);
        }

        var body = Encoding.Latin1.GetString(packed.ToArray());
        var head = "%PDF-1.7\n";
        var file = Encoding.Latin1
            .GetBytes(
                $"{head}1 0 obj\n<< /Type /XRef /Size 99999999 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length {body.Length} >>\nstream\n{body}\nendstream\nendobj\nstartxref\n{head.Length}\n%%EOF");
        Assert.Contains("cannot be opened", await _files.RefusedAsync(file), StringComparison.Ordinal);
        Assert.InRange(_files.Allocated, 1, 400_000_000);
    }

    [Fact]
    public async Task A_pdf_with_a_password_is_refused_in_words() => Assert.Contains("password", await _files.RefusedAsync(Uploads.HandMade(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        $"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>").Encrypted()),
        StringComparison.Ordinal);
}

file static class Tricks
{
    /// <summary>Says in the trailer that the fourth object locks the file.</summary>
    public static byte[] Encrypted(this byte[] pdf) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf)
        .Replace(
            "/Root 1 0 R", $"/Root 1 0 R /Encrypt 4 0 R /ID [<{new string('C', 32)}> <{new string('C', 32)}>]", StringComparison.Ordinal));
}
