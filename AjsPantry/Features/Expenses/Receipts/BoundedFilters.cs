using System.IO.Compression;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>
/// Unpacks what a PDF's table of contents is packed in, and no more than is reasonable: ten megabytes of zeros packed well are ten
/// gigabytes. A new one for every file. Pictures and fonts are never unpacked.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    /// <summary>Of all streams of a file together.</summary>
    private const long Most = 48 * 1024 * 1024;

    private readonly IFilterProvider _all = DefaultFilterProvider.Instance;
    private long _left = Most;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => [.. _all.GetFilters(dictionary).Select(Bound)];

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => [.. _all.GetNamedFilters(names).Select(Bound)];

    public IReadOnlyList<IFilter> GetAllFilters() => [.. _all.GetAllFilters().Select(Bound)];

    private Bounded Bound(IFilter filter) => new(this, filter);

    private sealed class Bounded(BoundedFilters filters, IFilter filter) : IFilter
    {
        /// <summary>A predictor takes a row of so many columns into memory.</summary>
        private const int MostColumns = 4096;

        private static readonly NameToken Columns = NameToken.Create("Columns");

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
                filters.Take(Unpacked(input, filters._left));
            else if (filter is not (AsciiHexDecodeFilter or Ascii85Filter))
                throw new PdfDocumentFormatException("Packed in a way that no table of contents is.");
            if (streamDictionary.Data.Values.SelectMany(Inner).Any(number => number > MostColumns))
                throw new PdfDocumentFormatException("Rows too wide.");
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static IEnumerable<double> Inner(IToken token) => token switch
        {
            DictionaryToken parameters when parameters.TryGet(Columns, out NumericToken columns) => [columns.Double],
            ArrayToken list => list.Data.OfType<DictionaryToken>().SelectMany(Inner),
            _ => [],
        };

        private static long Unpacked(Memory<byte> input, long most)
        {
            using var packed = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            var total = 0L;
            var buffer = new byte[64 * 1024];
            try
            {
                for (int read; total <= most && (read = packed.Read(buffer)) > 0;)
                    total += read;
            }
            catch (InvalidDataException)
            {
                // Broken after so much; the filter then makes of it what it can.
            }

            return total;
        }
    }

    private void Take(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
            throw new PdfDocumentFormatException("More than a table of contents can be.");
    }
}
