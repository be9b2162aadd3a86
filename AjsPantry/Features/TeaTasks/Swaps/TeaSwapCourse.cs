using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>Swaps of tea. The person who was asked answers, or the first of the floor who says yes; whoever asked is told.</summary>
public sealed class TeaSwapCourse(PantryDb db, DutyDesk desk, Notify notify, Scope scope) : SwapCourse<TeaSwap>(db, scope, Kind)
{
    private const string Of = nameof(AskTeaSwap.Input.Of);

    private static readonly SwapKind Kind = new(
        Permission.ViewTea, TeaSwap.OpenIndex,
        new(Of, "You have already asked. Withdraw that question first."),
        new("", "This question was answered or withdrawn in the meantime."));

    private static readonly FieldMessage Gone = new(Of, "That choice is no longer possible. Choose another.");

    /// <returns>Null when the floor has no such duty of the person's.</returns>
    public Task<Outcome<TeaSwap>?> AskAsync(Guid floorId, Guid id, AskTeaSwap.Input input, CancellationToken cancellationToken) =>
        AskAsync(floorId, () => ProposeAsync(floorId, id, input, cancellationToken), cancellationToken);

    private async Task<Outcome<TeaSwap>?> ProposeAsync(
        Guid floorId, Guid id, AskTeaSwap.Input input, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty || duty.MemberId != Scope.Actor.Id)
            return null;
        if (!desk.MayMove(duty))
            return DutyDesk.TooLate;
        if (!desk.IsToCome(duty))
            return new FieldMessage("", "This tea is over, so nobody can take it over. Mark it as done or missed.");
        var (asked, inReturn) = await WhomAsync(duty, input.Of, cancellationToken);
        if (input.Of != AskTeaSwap.Everybody && asked is null)
            return Gone;
        if (await WhyNotAsync(duty, asked, inReturn, cancellationToken) is { } problem)
            return problem;
        return new TeaSwap
        {
            FloorId = floorId,
            DutyId = duty.Id,
            AskedById = Scope.Actor.Id,
            AskedOfId = asked,
            ReturnId = inReturn?.Id,
            Words = InputParser.TextOrNull(input.Words),
            CreatedAt = Scope.Now,
        };
    }

    private async Task<(Guid? Asked, TeaDuty? InReturn)> WhomAsync(TeaDuty duty, string? of, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(of, out var person) && person != Scope.Actor.Id)
            return (person, null);
        if (of?.Split(':') is not ["duty", var typed] || !Guid.TryParse(typed, out var id))
            return (null, null);
        var inReturn = await desk.FindAsync(duty.FloorId, id, cancellationToken);
        return inReturn?.MemberId is { } holder && holder != Scope.Actor.Id ? (holder, inReturn) : (null, null);
    }

    private async Task<FieldMessage?> WhyNotAsync(TeaDuty duty, Guid? asked, TeaDuty? inReturn, CancellationToken cancellationToken)
    {
        if (inReturn is not null && !(desk.MayMove(inReturn) && desk.IsToCome(inReturn)))
            return Gone;
        if (asked is { } member && await desk.WhyNotAsync(duty, member, cancellationToken) is { } problem)
            return new(Of, problem);
        return inReturn is not null && await desk.WhyNotAsync(inReturn, Scope.Actor.Id, cancellationToken) is not null
            ? new(Of, "You cannot make that tea in return: you are away, or you already make it. Choose another.") : null;
    }

    protected override IQueryable<TeaSwap> Swaps =>
        Db.TeaSwaps.Include(swap => swap.Duty!.Slot).Include(swap => swap.Return!.Slot).Include(swap => swap.AskedBy);

    protected override Task<IDbContextTransaction> BeginAsync(Guid floorId, CancellationToken cancellationToken) =>
        Db.BeginChangeOfTeaAsync(floorId, cancellationToken);

    /// <summary>An admin belongs to no floor and makes no tea. What everybody is asked nobody declines for all.</summary>
    protected override Task<bool> MayAsync(TeaSwap swap, SwapState end, CancellationToken cancellationToken)
    {
        var me = Scope.Actor;
        var isOther = swap.AskedById != me.Id && me.Floor?.Id == swap.FloorId;
        return Task.FromResult(end switch
        {
            SwapState.Withdrawn => swap.AskedById == me.Id,
            SwapState.Declined => isOther && swap.AskedOfId == me.Id,
            _ => isOther && (swap.AskedOfId is null || swap.AskedOfId == me.Id),
        });
    }

    /// <summary>Whatever moves a duty lets the questions about it lapse, so nothing but the time is left to look at.</summary>
    protected override Task<FieldMessage?> WhyLapsedAsync(TeaSwap swap, CancellationToken cancellationToken)
    {
        TeaDuty[] duties = swap.Return is { } inReturn ? [swap.Duty!, inReturn] : [swap.Duty!];
        return Task.FromResult(!duties.All(desk.MayMove) ? Kind.Late
            : duties.All(desk.IsToCome) ? null : new FieldMessage("", "This tea is over, so nobody can take it over."));
    }

    protected override async Task<FieldMessage?> WhyNotAsync(TeaSwap swap, CancellationToken cancellationToken)
    {
        if (await desk.WhyNotAsync(swap.Duty!, Scope.Actor.Id, cancellationToken) is { } why)
            return new(
                "", why == TeaTakers.IsAway ? "You are away on that day, so you cannot make this tea." : "You already make this tea.");
        return swap.Return is not null && await desk.WhyNotAsync(swap.Return, swap.AskedById, cancellationToken) is not null
            ? new("", "The other person is now away on your day, or already makes that tea.") : null;
    }

    protected override async Task ExchangeAsync(TeaSwap swap, CancellationToken cancellationToken)
    {
        var me = Scope.Actor;
        var asker = swap.AskedBy!.Name;
        await TakeAsync(swap.Duty!, me.Id, $"{me.Name} took over from {asker}.", cancellationToken);
        if (swap.Return is not null)
            await TakeAsync(swap.Return, swap.AskedById, $"{asker} took over from {me.Name}.", cancellationToken);
    }

    private async Task TakeAsync(TeaDuty duty, Guid to, string why, CancellationToken cancellationToken)
    {
        var next = await desk.PassOnAsync(duty, TeaState.Swapped, null, to, why, cancellationToken);
        next.State = TeaState.Accepted;
        next.AcceptedAt = Scope.Now;
    }

    protected override async Task TellAsync(TeaSwap swap, CancellationToken cancellationToken)
    {
        var me = Scope.ActorName;
        var when = desk.Words(swap.Duty!);
        if (swap.State == SwapState.Asked)
        {
            var offer = swap.Return is null ? "" : $"In return for yours of {desk.Words(swap.Return)}. ";
            var news = new NoticeDraft(NoticeKind.Swap, TeaNotice.Swap(swap), $"{me} asks: can you make tea on {when}?",
                offer + (swap.Words ?? "Open it to answer."), $"/tea/swap/{swap.Id}");
            List<Guid> people = swap.AskedOfId is { } one ? [one] : await desk.WhoCanTakeAsync(swap.Duty!, cancellationToken);
            await notify.TellAsync(news, people, cancellationToken);
            return;
        }

        await notify.WithdrawAsync(TeaNotice.Swap(swap), cancellationToken);
        if (swap.State == SwapState.Accepted)
            await desk.TellAsync(
                Db.TeaDuties.Local.Single(next => next.FollowsId == swap.DutyId), "swapped", $"{me} makes tea on {when}",
                swap.Return is null ? "You do not have to make it." : $"You make it on {desk.Words(swap.Return)} instead.",
                [swap.AskedById], cancellationToken);
        if (swap.State == SwapState.Declined)
            await desk.TellAsync(
                swap.Duty!, "no", $"{me} cannot make tea on {when}",
                swap.Answer is null ? "It is still yours." : $"It is still yours. {swap.Answer}", [swap.AskedById], cancellationToken,
                $"{swap.Id}");
    }
}
