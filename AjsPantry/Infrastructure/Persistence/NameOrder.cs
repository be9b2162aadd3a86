using System.Globalization;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>The order in which people look for names: case and accents come last, and Room 2 comes before Room 10.</summary>
public static class NameOrder
{
    /// <summary>The same order where the rows are in memory already.</summary>
    public static readonly StringComparer Comparer =
        CultureInfo.InvariantCulture.CompareInfo.GetStringComparer(CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);

    /// <summary>By what a query is ordered: <c>OrderBy(room => NameOrder.Of(room.Name))</c>. Only translated to SQL.</summary>
    public static string Of(string name) => throw new InvalidOperationException($"In memory use {nameof(Comparer)}: {name}");
}
