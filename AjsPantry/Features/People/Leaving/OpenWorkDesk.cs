using AjsPantry.Features.People.Directory;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Leaving;

/// <summary>Everything a person still has to do, of whatever kind, and who could take it over.</summary>
public sealed class OpenWorkDesk(PantryDb db, IEnumerable<IOpenWork> kinds)
{
    /// <summary>What a form says instead of a person when nobody takes the work over.</summary>
    public const string Nobody = "nobody";

    /// <summary>The kinds of which the person has something; empty when there is no open work.</summary>
    public async Task<IReadOnlyList<OpenWork>> OfAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var all = new List<OpenWork>();
        foreach (var kind in kinds)
            all.Add(await kind.OfAsync(memberId, cancellationToken));
        return [.. all.Where(work => work.Count > 0)];
    }

    /// <summary>Work belongs to a floor, so those who can take it over are its active people; an admin's can go to anybody.</summary>
    public Task<List<PersonChoice>> SuccessorsAsync(Guid memberId, Guid? floorId, CancellationToken cancellationToken) =>
        db.Members.OnFloorOrAny(floorId).Where(member => member.Id != memberId)
            .OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Number)
            .Select(member => new PersonChoice(member.Id, member.Name, member.Number)).ToListAsync(cancellationToken);

    /// <summary>Does with the person's open work what the form says. Tracks the changes; the caller saves.</summary>
    /// <param name="handTo">A person's id or <see cref="Nobody"/>; may be empty when there is no open work.</param>
    /// <param name="floorId">The floor whose work it is.</param>
    /// <returns>What is wrong with the choice; null when all is settled.</returns>
    public async Task<FieldMessage?> SettleAsync(Member from, Guid? floorId, string? handTo, CancellationToken cancellationToken)
    {
        if (floorId is { } floor)
            await HoldAsync(floor, cancellationToken);
        var open = await OfAsync(from.Id, cancellationToken);
        if (open.Count == 0)
            return null;
        if (string.IsNullOrEmpty(handTo))
            return new FieldMessage(
                Field, $"Choose who takes over: {from.Name} still has {Formats.AllOf(open.Select(work => work.Words))}.");
        Guid? toId = Guid.TryParse(handTo, out var id) ? id : null;
        if (handTo != Nobody && (toId is null || !await MayTakeAsync(from.Id, floorId, toId.Value, cancellationToken)))
            return new FieldMessage(Field, "That person can no longer take over. Choose another.");
        foreach (var kind in kinds)
            await kind.HandOverAsync(from.Id, toId, cancellationToken);
        return null;
    }

    private async Task HoldAsync(Guid floorId, CancellationToken cancellationToken)
    {
        foreach (var kind in kinds)
            await kind.HoldAsync(floorId, cancellationToken);
    }

    /// <summary>The field of every form that asks for a successor.</summary>
    public const string Field = "HandTo";

    private async Task<bool> MayTakeAsync(Guid fromId, Guid? floorId, Guid toId, CancellationToken cancellationToken) =>
        (await SuccessorsAsync(fromId, floorId, cancellationToken)).Any(choice => choice.Id == toId);
}
