using AjsPantry.Features.Fines;
using AjsPantry.Features.People.Rooms;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>On a floor: fines of a person and of a room, open, paid and waived.</summary>
internal sealed class DemoFines(DemoStage stage, DemoFloor floor)
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var person = RecordFine.PersonKey(floor.TeaManager.Id);
        var room = RecordFine.RoomKey(await RoomAsync(floor.Head, cancellationToken));
        var late = await FineAsync(room, 100, -40, "Breakfast was late", cancellationToken);
        // It is the head's own room.
        await SettleAsync(floor.Admin, late, -38, FineState.Waived, "The gas had run out; nobody's fault.", cancellationToken);
        var plates = await FineAsync(person, 20, -25, "Plates left in the sink overnight", cancellationToken);
        await SettleAsync(floor.Head, plates, -24, FineState.Paid, "Cash", cancellationToken);
        await FineAsync(room, 100, -5, "The kitchen was left dirty after the turn", cancellationToken);
        await FineAsync(person, 50, -2, "Morning tea was not made", cancellationToken);
    }

    private Task<Guid> RoomAsync(DemoMember member, CancellationToken cancellationToken) => stage.ReadAsync(db =>
        db.RoomStays.Where(stay => stay.MemberId == member.Id).Select(stay => stay.RoomId).SingleAsync(cancellationToken));

    private Task<Fine> FineAsync(string who, decimal amount, int day, string reason, CancellationToken cancellationToken)
    {
        var input = new RecordFine.Input
        {
            SubmissionId = Guid.CreateVersion7(),
            Who = who,
            Amount = DemoText.Of(amount),
            Date = DemoText.Of(stage.Today.AddDays(day)),
            Reason = reason,
        };
        return stage.DoAsync(floor.Head, stage.At(day, 9), input,
            (RecordFine.Handler fines) => fines.HandleAsync(floor.Id, input, cancellationToken));
    }

    private Task<Fine> SettleAsync(
        DemoMember who, Fine fine, int day, FineState state, string word, CancellationToken cancellationToken)
    {
        var input = new SettleFine.Input { State = state.ToString(), Word = word };
        return stage.ChangeAsync(who, stage.At(day, 20), input,
            (SettleFine.Handler fines) => fines.HandleAsync(floor.Id, fine.Id, input, cancellationToken));
    }
}
