using AjsPantry.Features.Expenses.Bills;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>Files as a form sends them.</summary>
internal static class DemoFile
{
    public static IFormFile Of(Bill bill, string ending, byte[] content) => Of($"Demo receipt {bill.Number}.{ending}", content);

    public static IFormFile Of(string name, byte[] content) => new FormFile(new MemoryStream(content), 0, content.Length, "file", name);
}
