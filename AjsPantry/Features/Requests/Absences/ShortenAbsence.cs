using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests.Absences;

/// <summary>Ends an approved absence that has begun on an earlier day than was asked for, because the person is back.</summary>
public static class ShortenAbsence
{
    public sealed record Input
    {
        /// <summary>The last day of the absence, included.</summary>
        public string? Until { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(input => input.Until).Must(typed => InputParser.Day(typed) is not null)
                .WithMessage("Choose the last day of the absence.");
    }

    /// <summary>The absence has begun, and is not over.</summary>
    public static bool MayShorten(RequestKind kind, RequestState state, DateOnly from, DateOnly until, DateOnly today) =>
        kind == RequestKind.Absence && state == RequestState.Approved && from <= today && until >= today && from < until;

    public sealed class Handler(PantryDb db, Scope scope, RequestNotice news)
    {
        /// <returns>Null when there is no such request, or it is neither the person's nor theirs to decide on.</returns>
        public Task<Outcome<Request>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken) =>
            // Changed in the same moment: what it is now decides whether it can be shortened. It only ever becomes shorter.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, input, cancellationToken), RetryOnConflict.Changed);

        private async Task<Outcome<Request>?> OnceAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewRequests);
            var person = scope.Actor;
            var today = scope.Today;
            var found = await db.Requests
                .Where(request => request.Id == id && (request.MemberId == person.Id || request.FloorId == floorId))
                .Select(request => new { Request = request, request.Member!.Name, request.Member.Role })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null || (found.Request.MemberId != person.Id && !Deciders.May(person, found.Request.MemberId, found.Role)))
                return null;
            var request = found.Request;
            var until = InputParser.Day(input.Until)!.Value;
            if (!MayShorten(request.Kind, request.State, request.From, request.Until, today))
                return new FieldMessage("", "This absence is over or was changed. Open it again to see the latest.");
            if (until >= request.Until)
                return new FieldMessage(nameof(Input.Until), "Choose a day before the current last day.");
            if (until < request.From || until < today.AddDays(-1))
                return new FieldMessage(nameof(Input.Until), "Choose yesterday or a later day of the absence.");
            request.Until = until;
            await news.ShortenedAsync(request, new Asker(found.Name, found.Role), person, today.Year, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return request;
        }
    }
}
