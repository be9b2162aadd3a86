using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>
/// The floor that a page is about. Admins choose it in the address (?floor=3), where links keep it; everybody else has one and
/// finds nothing under another number.
/// </summary>
public sealed class FloorChoice(PantryDb db, Caller caller)
{
    /// <summary>The chosen floor; null before <see cref="ChooseAsync"/> or when there is none.</summary>
    public FloorView? Floor { get; private set; }

    /// <summary>The floors to choose from; empty for people who have no choice.</summary>
    public IReadOnlyList<FloorView> All { get; private set; } = [];

    /// <summary>True when links must carry the floor.</summary>
    public bool IsOpen => All.Count > 0;

    /// <param name="typed">What the address says; null when it says nothing, which means the first floor.</param>
    /// <returns>False when the tenant or the person has no such floor.</returns>
    public async Task<bool> ChooseAsync(string? typed, CancellationToken cancellationToken)
    {
        int? number = int.TryParse(typed, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (typed is not null && number is null)
            return false;
        var person = caller.Person!;
        if (person.Floor is { } own)
            Floor = number is null || number == own.Number ? own : null;
        else if (person.May(Permission.ChooseFloor))
            Floor = (All = await ReadAllAsync(cancellationToken)).FirstOrDefault(floor => number is null || floor.Number == number);
        return Floor is not null;
    }

    private Task<List<FloorView>> ReadAllAsync(CancellationToken cancellationToken) =>
        db.Floors.Where(floor => floor.ArchivedAt == null).OrderBy(floor => floor.Number)
            .Select(floor => new FloorView(floor.Id, floor.Number, floor.Name)).ToListAsync(cancellationToken);
}
