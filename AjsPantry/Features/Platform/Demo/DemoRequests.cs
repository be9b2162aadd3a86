using AjsPantry.Features.Requests;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// On a floor: requests in every state. The tea manager is away for some days, and on the first floor the head asks to be.
/// </summary>
internal sealed class DemoRequests(DemoStage stage, DemoFloor floor)
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var trip = await AskAsync(floor.TeaManager, -4, RequestKind.Absence, 40, 41, "A short trip", cancellationToken);
        await stage.ChangeAsync(floor.TeaManager, stage.At(-3, 9), null,
            (CancelRequest requests) => requests.HandleAsync(trip.Id, cancellationToken));
        var wedding = await AskAsync(floor.TeaManager, -3, RequestKind.Absence, 0, 1, "At home for a wedding.", cancellationToken);
        await DecideAsync(wedding, -2, DecideRequest.Approve, null, cancellationToken);
        var cooker = await AskAsync(
            floor.TeaManager, -1, RequestKind.Other, 0, 2, "May I borrow the big pressure cooker?", cancellationToken);
        await DecideAsync(cooker, -1, DecideRequest.Decline, "It is being repaired until Friday.", cancellationToken);
        var holidays = await AskAsync(floor.TeaManager, -1, RequestKind.Absence, 20, 26, "Home for the holidays", cancellationToken);
        await DecideAsync(holidays, 0, DecideRequest.Approve, null, cancellationToken);
        await AskAsync(floor.TeaManager, -1, RequestKind.ScheduleChange, 12, 12, "An exam in the morning; any other day suits me",
            cancellationToken);
        await AskAsync(floor.Member, 0, RequestKind.Absence, 5, 8, "My sister's wedding at home", cancellationToken);
        if (floor.View.Number == 1)
            await AskAsync(floor.Head, -1, RequestKind.Absence, 20, 23, "My sister visits.", cancellationToken);
    }

    private Task<Request> AskAsync(
        DemoMember member, int day, RequestKind kind, int from, int until, string reason, CancellationToken cancellationToken)
    {
        var input = new AskRequest.Input
        {
            SubmissionId = Guid.CreateVersion7(),
            Kind = kind.ToString(),
            From = DemoText.Of(stage.Today.AddDays(from)),
            Until = DemoText.Of(stage.Today.AddDays(until)),
            Reason = reason,
        };
        return stage.DoAsync(member, stage.At(day, 7), input,
            (AskRequest.Handler requests) => requests.HandleAsync(floor.Id, input, cancellationToken));
    }

    private Task<Request> DecideAsync(Request request, int day, string decision, string? comment, CancellationToken cancellationToken)
    {
        var input = new DecideRequest.Input { Decision = decision, Comment = comment };
        return stage.ChangeAsync(floor.Head, stage.At(day, 8), input,
            (DecideRequest.Handler requests) => requests.HandleAsync(floor.Id, request.Id, input, cancellationToken));
    }
}
