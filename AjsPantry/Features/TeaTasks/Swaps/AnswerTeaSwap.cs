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

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>Answers a question about a swap, or takes it back. Of several who answer, the first one counts.</summary>
public static class AnswerTeaSwap
{
    public sealed record Input
    {
        public string? Answer { get; set; }
    }

    private static readonly FieldMessage Late = new("", "This question was answered or withdrawn in the meantime.");

    public sealed class Handler(PantryDb db, DutyDesk desk, Notify notify, Scope scope)
    {
        /// <summary>Whoever was asked takes the duty over, and gives theirs where that was the offer.</summary>
        /// <returns>Null when the floor has no such question to the person.</returns>
        public async Task<Outcome<TeaDuty>?> AcceptAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            if (await ToMeAsync(floorId, id, cancellationToken) is not { } swap)
                return null;
            if (swap.State != SwapState.Asked)
                return Late;
            var duty = swap.Duty!;
            var inReturn = swap.Return;
            var me = scope.Actor;
            if (await ProblemAsync(swap, cancellationToken) is { } problem)
                return problem;
            swap.Close(SwapState.Accepted, me.Id, scope.Now);
            var asker = await db.Members.Where(member => member.Id == swap.AskedById).Select(member => member.Name)
                .SingleAsync(cancellationToken);
            var mine = await TakeAsync(duty, me.Id, $"{me.Name} took over from {asker}.", cancellationToken);
            if (inReturn is not null)
                await TakeAsync(inReturn, swap.AskedById, $"{asker} took over from {me.Name}.", cancellationToken);
            var title = $"{me.Name} makes tea on {desk.Words(duty)}";
            var text = inReturn is null ? "You do not have to make it."
                : $"You make it on {desk.Words(inReturn)} instead.";
            await desk.TellAsync(mine, "swapped", title, text, [swap.AskedById], cancellationToken);
            return await desk.CommitAsync(turn, cancellationToken) ? mine : DutyDesk.TooLate;
        }

        /// <summary>Whoever was asked alone says no.</summary>
        /// <returns>Null when the floor has no such question to the person alone.</returns>
        public async Task<Outcome<TeaSwap>?> DeclineAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            if (await ToMeAsync(floorId, id, cancellationToken) is not { } swap || swap.AskedOfId != scope.Actor.Id)
                return null;
            if (swap.State != SwapState.Asked)
                return Late;
            var words = InputParser.Cut(InputParser.Text(input.Answer), TeaSwap.LongestWords);
            swap.Close(SwapState.Declined, scope.Actor.Id, scope.Now, words == "" ? null : words);
            var title = $"{scope.ActorName} cannot make tea on {desk.Words(swap.Duty!)}";
            var text = words == "" ? "It is still yours." : $"It is still yours. {words}";
            await desk.TellAsync(swap.Duty!, "no", title, text, [swap.AskedById], cancellationToken, $"{swap.Id}");
            return await desk.CommitAsync(turn, cancellationToken) ? swap : Late;
        }

        /// <summary>Whoever asked takes the question back.</summary>
        /// <returns>Null when the floor has no such question of the person.</returns>
        public async Task<Outcome<TeaSwap>?> WithdrawAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            if (await FindAsync(floorId, id, cancellationToken) is not { } swap || swap.AskedById != scope.Actor.Id)
                return null;
            if (swap.State != SwapState.Asked)
                return Late;
            swap.Close(SwapState.Withdrawn, scope.Actor.Id, scope.Now);
            await notify.WithdrawAsync(TeaNotice.Swap(swap), cancellationToken);
            return await desk.CommitAsync(turn, cancellationToken) ? swap : Late;
        }

        private Task<TeaSwap?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
            db.TeaSwaps.Include(swap => swap.Duty!.Slot).Include(swap => swap.Return!.Slot)
                .SingleOrDefaultAsync(swap => swap.FloorId == floorId && swap.Id == id, cancellationToken);

        private async Task<TeaSwap?> ToMeAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
        {
            var swap = await FindAsync(floorId, id, cancellationToken);
            // An admin belongs to no floor and makes no tea.
            return swap is not null && swap.AskedById != scope.Actor.Id && scope.Actor.Floor?.Id == floorId
                && (swap.AskedOfId is null || swap.AskedOfId == scope.Actor.Id) ? swap : null;
        }

        private async Task<FieldMessage?> ProblemAsync(TeaSwap swap, CancellationToken cancellationToken)
        {
            var today = scope.Today;
            if (!TeaStates.MayMove(swap.Duty!.State, swap.Duty.Date, today)
                || (swap.Return is { } back && !TeaStates.MayMove(back.State, back.Date, today)))
                return Late;
            if (!desk.IsToCome(swap.Duty)
                || (swap.Return is { } given && !desk.IsToCome(given)))
                return new FieldMessage("", "This tea is over, so nobody can take it over.");
            if (await desk.WhyNotAsync(swap.Duty, scope.Actor.Id, cancellationToken) is { } why)
                return new FieldMessage(
                    "", why == DutyDesk.Away ? "You are away on that day, so you cannot make this tea." : "You already make this tea.");
            return swap.Return is not null && await desk.WhyNotAsync(swap.Return, swap.AskedById, cancellationToken) is not null
                ? new FieldMessage("", "The other person is now away on your day, or already makes that tea.")
                : null;
        }

        private async Task<TeaDuty> TakeAsync(TeaDuty duty, Guid to, string why, CancellationToken cancellationToken)
        {
            var next = await desk.PassOnAsync(duty, TeaState.Swapped, null, to, why, cancellationToken);
            next.State = TeaState.Accepted;
            next.AcceptedAt = scope.Now;
            return next;
        }
    }
}
