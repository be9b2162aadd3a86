using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>One font file, read once and never changed, so that many documents may shape with it at the same time.</summary>
internal sealed class FontFace
{
    private static readonly Feature[] LatinFeatures = [Feature.Parse("tnum"), Feature.Parse("liga=0")];

    /// <param name="name">The resource's name without folder, such as AnekLatin-Regular.ttf.</param>
    /// <param name="file">The file's content.</param>
    /// <param name="isLatin">Figures of equal width, and no ligatures: they save nothing at these sizes and copy badly out of a
    /// PDF.</param>
    public FontFace(string name, Stream file, bool isLatin)
    {
        Name = name;
        Face = new Face(Fixed(file), 0);
        Face.MakeImmutable();
        Font = new HarfBuzzSharp.Font(Face);
        Features = isLatin ? LatinFeatures : [];
    }

    public string Name { get; }

    public Face Face { get; }

    private HarfBuzzSharp.Font Font { get; }

    private Feature[] Features { get; }

    public bool Has(Rune rune) => Font.TryGetNominalGlyph(rune.Value, out _);

    public void Shape(HarfBuzzSharp.Buffer buffer) => Font.Shape(buffer, Features);

    /// <summary>
    /// Memory that stays where it is, for as long as the program runs. What Blob.FromStream points to may be moved by the
    /// garbage collector.
    /// </summary>
    private static Blob Fixed(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var memory = Marshal.AllocHGlobal(bytes.Length);
        Marshal.Copy(bytes, 0, memory, bytes.Length);
        return new Blob(memory, bytes.Length, MemoryMode.ReadOnly);
    }
}
