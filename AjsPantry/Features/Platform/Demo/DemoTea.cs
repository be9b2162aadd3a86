using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Tea every morning since the month before last: done nearly always, missed now and then, planned to the end of this month. Of yesterday
/// nobody has said anything yet, and somebody would swap.
/// </summary>
internal sealed class DemoTea(DemoStage stage, DemoFloor floor)
{
    private const int MonthsBefore = 2;

    /// <summary>Every so many days somebody forgot.</summary>
    private const int Missed = 17;

    /// <summary>What was made in the last days still waits to be confirmed.</summary>
    private const int DaysToConfirm = 4;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var first = new DateOnly(stage.Today.Year, stage.Today.Month, 1).AddMonths(-MonthsBefore);
        await AddSlotAsync(first.AddDays(-4), cancellationToken);
        for (var month = first; month <= stage.Today; month = month.AddMonths(1))
            await PlanAsync(month, cancellationToken);
        var duties = await DutiesAsync(cancellationToken);
        foreach (var duty in duties.Where(duty => duty.Date < stage.Today.AddDays(-1)))
            await MarkAsync(duty, cancellationToken);
        foreach (var week in duties.Where(IsMade).GroupBy(duty => duty.Date.DayNumber / 7))
            await ConfirmAsync([.. week], cancellationToken);
        // Somebody cannot make their tea next week and asks everybody.
        var unwanted = duties.Find(duty => duty.Date > stage.Today.AddDays(1) && duty.MemberId == floor.Member.Id);
        if (unwanted is not null)
            await AskSwapAsync(unwanted, "I have an exam that morning.", cancellationToken);
    }

    private Task<TeaSlot> AddSlotAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var input = new SaveSlot.Input { Name = "Morning", At = "06:45", People = "1", Weekdays = [0, 1, 2, 3, 4, 5, 6] };
        return stage.ChangeAsync(floor.TeaManager, stage.At(day, 19), input,
            (SaveSlot.Handler slots) => slots.HandleAsync(floor.Id, null, input, cancellationToken));
    }

    private async Task PlanAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var input = new MakeDraft.Input
        {
            From = DemoText.Of(month),
            Until = DemoText.Of(month.AddMonths(1).AddDays(-1)),
            People = [.. floor.People.Select(member => member.Id.ToString())],
        };
        var at = stage.At(month.AddDays(-3), 19, 30);
        var draft = await stage.DoAsync(floor.TeaManager, at, input,
            (MakeDraft.Handler rotas) => rotas.HandleAsync(floor.Id, input, cancellationToken));
        await stage.ChangeAsync(floor.TeaManager, at, null,
            (PublishRota rotas) => rotas.HandleAsync(floor.View, draft.Id, draft.Version, cancellationToken));
    }

    private Task<List<TeaDuty>> DutiesAsync(CancellationToken cancellationToken) => stage.ReadAsync(db =>
        db.TeaDuties.AsNoTracking().Where(duty => duty.FloorId == floor.Id).OrderBy(duty => duty.Date).ToListAsync(cancellationToken));

    private static bool IsMissed(TeaDuty duty) => duty.Date.DayNumber % Missed == 0;

    private bool IsMade(TeaDuty duty) => duty.Date < stage.Today.AddDays(-DaysToConfirm) && !IsMissed(duty);

    /// <summary>Who says of the duty what nobody says of their own.</summary>
    private DemoMember Other(TeaDuty duty) => duty.MemberId == floor.TeaManager.Id ? floor.Head : floor.TeaManager;

    private Task<TeaDuty> MarkAsync(TeaDuty duty, CancellationToken cancellationToken)
    {
        var missed = IsMissed(duty);
        var who = missed ? Other(duty) : floor.People.Single(member => member.Id == duty.MemberId);
        var input = missed ? new MarkDuty.Input { Result = MarkDuty.Missed, Reason = "Overslept." } : new MarkDuty.Input();
        return stage.ChangeAsync(who, stage.At(duty.Date, missed ? 10 : 7), input,
            (MarkDuty.Handler marks) => marks.HandleAsync(floor.Id, duty.Id, input, cancellationToken));
    }

    /// <summary>Once a week.</summary>
    private async Task ConfirmAsync(IReadOnlyList<TeaDuty> duties, CancellationToken cancellationToken)
    {
        foreach (var group in duties.GroupBy(Other))
        {
            var input = new ConfirmDuties.Input { Duties = [.. group.Select(duty => duty.Id)] };
            await stage.DoAsync(group.Key, stage.At(duties.Max(duty => duty.Date).AddDays(1), 20), input,
                (ConfirmDuties.Handler marks) => marks.HandleAsync(floor.Id, input, cancellationToken));
        }
    }

    private Task<TeaSwap> AskSwapAsync(TeaDuty duty, string words, CancellationToken cancellationToken)
    {
        var input = new AskTeaSwap.Input { Of = AskTeaSwap.Everybody, Words = words };
        return stage.ChangeAsync(floor.Member, stage.At(-1, 18), input,
            (TeaSwapCourse swaps) => swaps.AskAsync(floor.Id, duty.Id, input, cancellationToken));
    }
}
