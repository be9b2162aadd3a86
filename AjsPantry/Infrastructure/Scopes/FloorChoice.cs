using System.Globalization;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Scopes;

/// <summary>
/// The floor that a page is about. Admins choose it in the address (?floor=3), where links keep it; everybody else has one and
/// finds nothing under another number.
/// </summary>
public sealed class FloorChoice(PantryDb db, Scope scope)
{
    /// <summary>The chosen floor; null before <see cref="ChooseAsync"/> or when there is none.</summary>
    public FloorView? Floor { get; private set; }

    /// <summary>The floors to choose from; empty for people who have no choice.</summary>
    public IReadOnlyList<FloorView> All { get; private set; } = [];

    /// <summary>True when links must carry the floor.</summary>
    public bool IsOpen => All.Count > 0;

    /// <summary>True on a page that can show every floor at once; <see cref="Floor"/> is null while it does.</summary>
    public bool OffersAll { get; private set; }

    /// <summary>What the address says for every floor at once.</summary>
    public const string Whole = "all";

    /// <summary>As <see cref="ChooseAsync"/>, for pages that show admins the whole tenant unless the address names a floor.</summary>
    public async Task<bool> ChooseOrAllAsync(string? typed, CancellationToken cancellationToken)
    {
        OffersAll = scope.Actor.May(Permission.ChooseFloor);
        if (!OffersAll || typed is not (null or Whole))
            return await ChooseAsync(typed, cancellationToken);
        All = await ReadAllAsync(cancellationToken);
        return true;
    }

    /// <param name="typed">What the address says; null when it says nothing, which means the first floor.</param>
    /// <returns>False when the tenant or the person has no such floor.</returns>
    public async Task<bool> ChooseAsync(string? typed, CancellationToken cancellationToken)
    {
        int? number = int.TryParse(typed, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (typed is not null && number is null)
            return false;
        var person = scope.Actor;
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
