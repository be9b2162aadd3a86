using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Approves or declines what somebody of a floor asks for.</summary>
public static class DecideRequest
{
    public const string Approve = "approve";
    public const string Decline = "decline";

    public sealed record Input
    {
        /// <summary><see cref="Approve"/> or <see cref="Decline"/>, as the button says.</summary>
        public string? Decision { get; set; }

        public string? Comment { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Decision).Must(decision => decision is Approve or Decline).WithMessage("Choose Approve or Decline.");
            RuleFor(input => input.Comment).Words("Write the reason for the person who asked.", Request.LongestComment)
                .When(input => input.Decision == Decline || InputParser.Text(input.Comment) != "");
        }
    }

    public sealed class Handler(PantryDb db, Scope scope, RequestNotice news)
    {
        /// <returns>Null when the floor has no such request.</returns>
        public Task<Outcome<Request>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken) =>
            // Decided or taken back in the same moment: the other one counts, and this one is told so.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, input, cancellationToken), RetryOnConflict.Changed, Notice.ToldIndex);

        private async Task<Outcome<Request>?> OnceAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.DecideRequests);
            var found = await db.Requests.Where(request => request.FloorId == floorId && request.Id == id)
                .Select(request => new Asked(request, request.Member!.Name, request.Member.Role, request.Member.DeactivatedAt != null,
                    request.DecidedBy!.Name)).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return null;
            if (Refusal(found) is { } refusal)
                return refusal;
            var request = found.Request;
            request.State = input.Decision == Approve ? RequestState.Approved : RequestState.Declined;
            request.DecidedById = scope.Actor.Id;
            request.DecidedAt = scope.Now;
            request.Comment = InputParser.TextOrNull(input.Comment);
            scope.Reason = request.Comment;
            await news.DecidedAsync(request, scope.Actor.Name, scope.Today.Year, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return request;
        }

        /// <summary>Why this person cannot decide on it, or nobody can any more; null when they can.</summary>
        private FieldMessage? Refusal(Asked asked)
        {
            var request = asked.Request;
            if (scope.Refusal(OwnThing.Request, request.MemberId) is { } own)
                return own;
            if (!Deciders.May(scope.Actor, request.MemberId, asked.Role))
                return new("", "An admin decides on the requests of pantry heads.");
            if (request.State == RequestState.Cancelled)
                return new("", $"{asked.Name} withdrew this request. There is nothing left to decide.");
            if (request.State != RequestState.Open)
                return new("",
                    $"{asked.DecidedBy} has already {(request.State == RequestState.Approved ? "approved" : "declined")} it{(request.Comment is null ? "." : $": “{request.Comment}”.")}");
            if (asked.HasLeft)
                return new("", $"{asked.Name} has left, so there is nothing to decide.");
            return request.Until < scope.Today ? new("", "Its days are over, so there is nothing to decide.") : null;
        }

        /// <param name="Name">Who asked.</param>
        /// <param name="DecidedBy">Null while nobody has.</param>
        private sealed record Asked(Request Request, string Name, Role Role, bool HasLeft, string? DecidedBy);
    }
}
