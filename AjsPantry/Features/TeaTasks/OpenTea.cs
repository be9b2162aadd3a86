using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>The coming tea duties of a person.</summary>
public sealed class OpenTea(PantryDb db, DutyDesk desk, Notify notify, Scope scope) : IOpenWork
{
    private const int Samples = 3;

    public string Words(int count) => count == 1 ? "1 tea turn" : $"{count} tea turns";

    public Task HoldAsync(Guid floorId, CancellationToken cancellationToken) => db.HoldTeaAsync(floorId, cancellationToken);

    public async Task<OpenWork> OfAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var today = scope.Today;
        var duties = await Of(memberId, today).OrderBy(duty => duty.Date).Select(duty => new { duty.Date, duty.Slot!.Name })
            .ToListAsync(cancellationToken);
        return new OpenWork(Words(duties.Count), duties.Count,
            [.. duties.Take(Samples).Select(duty => $"{duty.Name} on {Formats.Day(duty.Date, today.Year)}")]);
    }

    /// <summary>A day on which the successor is away, or makes that tea already, is left open for whoever manages tea.</summary>
    public async Task HandOverAsync(Guid fromId, Guid? toId, CancellationToken cancellationToken)
    {
        var duties = await Of(fromId, scope.Today).Include(duty => duty.Slot).Include(duty => duty.Member)
            .ToListAsync(cancellationToken);
        if (duties.Count == 0)
            return;
        var takes = toId is { } successor ? await desk.WhichCanAsync(duties, successor, cancellationToken) : [];
        var managers = await desk.ManagersAsync(duties[0].FloorId, cancellationToken);
        await desk.ReleaseAsync(duties, cancellationToken);
        await notify.TellAllAsync(
            [.. duties.Select(duty => HandOver(duty, takes.Contains(duty.Id) ? toId : null, managers))], cancellationToken);
    }

    /// <summary>Passes one on, and says to whom that is news.</summary>
    private NewsFor HandOver(TeaDuty duty, Guid? to, List<Guid> managers)
    {
        var why = $"Reassigned by {duty.Member!.Name}.";
        var next = duty.PassOn(TeaState.Cancelled, why, to, why, scope.Now);
        db.TeaDuties.Add(next);
        var when = desk.Words(duty);
        return to is { } taker
            ? new(TeaNotice.Of(next, "given", $"You make tea on {when}", why), [taker])
            : new(TeaNotice.Of(next, "open", $"Nobody makes tea on {when}", $"{why} Give it to somebody else."), managers);
    }

    private IQueryable<TeaDuty> Of(Guid memberId, DateOnly today) =>
        db.TeaDuties
            .Where(duty => duty.MemberId == memberId && duty.Date >= today
                && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted));
}
