using AjsPantry.Features.Notices;
using AjsPantry.Features.Requests.Absences;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>Turns a draft into duties and tells the floor. Whoever publishes has seen exactly what becomes public.</summary>
public sealed class PublishRota(PantryDb db, AbsencesQuery absences, Notify notify, Scope scope)
{
    /// <summary>What became of it, in numbers.</summary>
    public sealed record Done(TeaRota Rota, int Duties, int Told);

    /// <param name="version">The version of the draft that the person saw.</param>
    /// <returns>Null when the floor never had such a draft, or it was thrown away.</returns>
    public async Task<Outcome<Done>?> HandleAsync(FloorView floor, Guid rotaId, uint version, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageTea);
        await using var turn = await db.BeginChangeOfTeaAsync(floor.Id, cancellationToken);
        var rota = await db.TeaRotas.Include(rota => rota.Places).Include(rota => rota.PublishedBy)
            .SingleOrDefaultAsync(rota => rota.FloorId == floor.Id && rota.Id == rotaId, cancellationToken);
        if (rota is null)
            return null;
        if (rota.PublishedAt is { } at)
            return Message(
                $"{rota.PublishedBy!.Name} has already published this rota, at {Formats.Time(scope.Tenant.Local(at))}.");
        if (rota.Version != version)
            return Message("Someone else changed the draft. This is the latest: check it, then publish.");
        if (await ProblemAsync(floor.Id, rota, cancellationToken) is { } problem)
            return problem;
        var duties = Duties(rota, scope.Now);
        db.TeaDuties.AddRange(duties);
        rota.PublishedAt = scope.Now;
        rota.PublishedById = scope.Actor.Id;
        db.TeaDraftPlaces.RemoveRange(rota.Places);
        var told = await TellAsync(floor, rota, duties, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return new Done(rota, duties.Count, told);
    }

    /// <summary>The page of the draft names the places.</summary>
    public static readonly FieldMessage SomebodyAway = Message(
        "Somebody is away on a day of this draft. Give the tea to somebody else, or make the draft again.");

    private static FieldMessage Message(string words) => new("", words);

    private static List<TeaDuty> Duties(TeaRota rota, DateTimeOffset now) =>
        [.. rota.Places
            .Select(place =>
                new TeaDuty
                {
                    RotaId = rota.Id,
                    FloorId = rota.FloorId,
                    SlotId = place.SlotId,
                    Date = place.Date,
                    Place = place.Place,
                    MemberId = place.MemberId,
                    Why = place.Why,
                    CreatedAt = now
                })];

    /// <summary>What changed in the world since the draft was made.</summary>
    private async Task<FieldMessage?> ProblemAsync(Guid floorId, TeaRota rota, CancellationToken cancellationToken)
    {
        if (rota.Places.Count == 0)
            return Message("There is nothing to publish. Make a draft again.");
        if (rota.Places.Min(place => place.Date) < scope.Today)
            return Message("Some of these days are over. Make the draft again, from today on.");
        var there = await db.Members.OnFloor(floorId).Select(member => member.Id)
            .ToHashSetAsync(cancellationToken);
        if (rota.Places.Exists(place => place.MemberId is { } id && !there.Contains(id)))
            return Message("Somebody in this draft no longer lives here. Make the draft again, or give their days to others.");
        var away = await absences.BetweenAsync(floorId, rota.From, rota.Until, cancellationToken);
        if (rota.Places.Exists(place => away.Any(absence => absence.MemberId == place.MemberId && absence.Covers(place.Date))))
            return SomebodyAway;
        var taken = (await db.TeaDuties.Where(TeaDuty.IsLive)
            .Where(duty => duty.FloorId == floorId && duty.Date >= rota.From && duty.Date <= rota.Until)
            .Select(duty => new { duty.Date, duty.SlotId, duty.Place, duty.MemberId }).ToListAsync(cancellationToken));
        return taken.Exists(duty =>
            rota.Places
                .Exists(place => place.Date == duty.Date && place.SlotId == duty.SlotId
                    && (place.Place == duty.Place || (place.MemberId is { } id && id == duty.MemberId))))
            ? Message("Some of these days were given to others in the meantime. Make the draft again.")
            : null;
    }

    /// <summary>One message each, with the person's own days.</summary>
    private async Task<int> TellAsync(FloorView floor, TeaRota rota, List<TeaDuty> duties, CancellationToken cancellationToken)
    {
        var days = duties.Where(duty => duty.MemberId is not null).OrderBy(duty => duty.Date)
            .ToLookup(duty => duty.MemberId!.Value, duty => duty.Date);
        var people = await db.Members.OnFloor(floor.Id).Select(member => member.Id).ToListAsync(cancellationToken);
        var title = $"The tea rota of {TeaWords.Period(rota.From, rota.Until, rota.From.Year)} is published";
        foreach (var group in people.GroupBy(id => TeaWords.Days([.. days[id].Distinct()], rota.From.Year)))
        {
            var text = group.Key == "" ? "You have no tea in it." : $"Your days: {group.Key}.";
            await notify.TellAsync(
                new NoticeDraft(NoticeKind.Tea, new(rota.Id, "published"), title, text, $"/tea?month={rota.From:yyyy-MM}", floor.Number),
                [.. group], cancellationToken);
        }

        return people.Count;
    }
}
