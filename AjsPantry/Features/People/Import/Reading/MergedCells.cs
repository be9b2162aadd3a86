using ExcelDataReader;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>Gives every cell of a merged area the value of its first one, row by row from the top.</summary>
internal sealed class MergedCells(CellRange[] areas)
{
    private readonly ILookup<int, CellRange> _byFirstRow = areas.ToLookup(area => area.FromRow);

    /// <summary>Of each column, what a merged area above holds and down to which row.</summary>
    private readonly Dictionary<int, (string? Value, int Until)> _held = [];

    /// <param name="row">Counted from 0; every row in turn.</param>
    /// <param name="cells">Of the row.</param>
    public void Fill(int row, string?[] cells)
    {
        foreach (var area in _byFirstRow[row].Where(area => area.FromColumn < cells.Length))
        {
            for (var column = area.FromColumn; column <= Math.Min(area.ToColumn, cells.Length - 1); column++)
                _held[column] = (cells[area.FromColumn], area.ToRow);
        }

        foreach (var (column, (value, _)) in _held.Where(held => held.Value.Until >= row))
            cells[column] = value;
    }
}
