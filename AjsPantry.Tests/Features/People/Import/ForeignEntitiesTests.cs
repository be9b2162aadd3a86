using System.IO.Compression;
using System.Text;
using AjsPantry.Features.People.Import.Reading;

namespace AjsPantry.Tests.Features.People.Import;

/// <summary>A workbook is XML, and XML can name files of the machine that reads it, or grow to gigabytes while it is read.</summary>
public sealed class ForeignEntitiesTests
{
    private const string Damaged = "This workbook is damaged and cannot be read. Open it in Excel and save it again, or save it as CSV.";

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>""")]
    [InlineData("""<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;&b;&b;&b;&b;&b;">]>""")]
    public void A_part_with_a_document_type_is_not_read(string type)
    {
        var sound = UploadedList.Read(ListFiles.TemplateXlsx());
        var refused = 0;
        foreach (var part in PartsOfTemplate())
        {
            var read = UploadedList.Read(TemplateWith(part, type));
            if (read.Problem == Damaged)
                refused++;
            else
                // A part that nobody opens says nothing.
                Assert.Equal(sound.Rows, read.Rows);
        }

        // The workbook, what belongs to it, and its sheets.
        Assert.InRange(refused, 3, 20);
    }

    private static List<string> PartsOfTemplate()
    {
        using var zip = new ZipArchive(new MemoryStream(ListFiles.TemplateXlsx()));
        return [.. zip.Entries.Select(part => part.FullName).Where(name => Path.GetExtension(name) is ".xml" or ".rels")];
    }

    private static byte[] TemplateWith(string name, string type)
    {
        using var file = new MemoryStream();
        file.Write(ListFiles.TemplateXlsx());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var content = zip.GetEntry(name)!.Open();
            var text = new StreamReader(content, Encoding.UTF8).ReadToEnd();
            var root = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
            content.SetLength(0);
            content.Write(Encoding.UTF8.GetBytes(text.Insert(root, type)));
        }

        return file.ToArray();
    }
}
