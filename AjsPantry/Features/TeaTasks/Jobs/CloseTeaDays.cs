using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Jobs;

/// <summary>
/// Every night: a duty whose day passed without a word becomes not marked, and a place that nobody had is closed. Nothing becomes
/// done unless a person says so.
/// </summary>
public sealed class CloseTeaDays(PantryDb db, DutyDesk desk, Scope scope) : DailyJob(hour: 2)
{
    public override string Kind => "tea-days";

    public override string Title => "Close past tea days";

    protected override async Task<string> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var floors = await Past(today).Select(duty => duty.FloorId).Distinct().ToListAsync(cancellationToken);
        var unsaid = 0;
        var closed = 0;
        foreach (var floor in floors)
        {
            var past = await CloseAsync(floor, today, cancellationToken);
            unsaid += past.Count(duty => duty.MemberId is not null);
            closed += past.Count(duty => duty.MemberId is null);
        }

        return (unsaid, closed) switch
        {
            (0, 0) => "all marked",
            (_, 0) => $"{unsaid} not marked",
            (0, _) => $"{closed} without a person",
            _ => $"{unsaid} not marked, {closed} without a person",
        };
    }

    private IQueryable<TeaDuty> Past(DateOnly today) =>
        db.TeaDuties.Where(duty => duty.Date < today && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted));

    private async Task<List<TeaDuty>> CloseAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
        var past = await Past(today).Where(duty => duty.FloorId == floorId).ToListAsync(cancellationToken);
        foreach (var duty in past)
        {
            if (duty.MemberId is null)
                duty.End(TeaState.Cancelled, "Nobody was assigned to this tea.", scope.Now);
            else
                duty.State = TeaState.NotConfirmed;
        }

        await desk.ReleaseAsync(past, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return past;
    }
}
