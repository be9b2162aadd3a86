using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests.Absences;

/// <summary>Whoever decides on absences enters one for somebody of the floor. It is approved with that, and the person is told.</summary>
public static class EnterAbsence
{
    public sealed record Input : IDaysInput
    {
        /// <summary>Made with the form.</summary>
        public Guid SubmissionId { get; set; }

        /// <summary>The id of whoever is away.</summary>
        public string? Person { get; set; }

        public string? From { get; set; }

        public string? Until { get; set; }

        public string? Days { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Person).NotEmpty().WithMessage("Choose who is away.");
            RuleFor(input => input.From).Must(day => InputParser.Day(day) is not null).WithMessage("Choose the first day.");
            RuleFor(input => input.Until).Must(day => InputParser.Day(day) is not null).When(input => !HowLong.IsChosen(input))
                .WithMessage("Choose the last day.");
            RuleFor(input => input.Until)
                .Must((input, until) => InputParser.Day(until) is not { } last || !(last < InputParser.Day(input.From)))
                .When(input => !HowLong.IsChosen(input)).WithMessage("That is before the first day. Choose a later one.");
            RuleFor(input => input.Until)
                .Must((input, until) => !(InputParser.Day(until)?.DayNumber - InputParser.Day(input.From)?.DayNumber >= Request.MostDays))
                .When(input => !HowLong.IsChosen(input))
                    .WithMessage($"An absence can have {Request.MostDays} days at most. Enter the rest as another absence.");
            RuleFor(input => input.Reason).Words("Write the reason in a few words. The person can read it.", Request.LongestReason);
        }
    }

    public sealed class Handler(PantryDb db, Scope scope, RequestNotice news)
    {
        private const string SubmissionIndex = "ux_requests_submission";

        /// <summary>Enters it, or answers with what the same form entered before.</summary>
        public async Task<Outcome<Request>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.DecideRequests);
            var person = scope.Actor;
            var today = scope.Today;
            if (await SentBeforeAsync(input.SubmissionId, cancellationToken) is { } before)
                return before;
            var from = InputParser.Day(input.From)!.Value;
            var until = HowLong.LastDay(input);
            if (until < today)
                return new FieldMessage(nameof(Input.Until), "Those days are past. Choose today or a later last day.");
            if (from > today.AddYears(2))
                return new FieldMessage(nameof(Input.From), "That is too far ahead. Choose an earlier day.");
            var member = Guid.TryParse(input.Person, out var id)
                ? await db.Members.OnFloor(floorId).Where(member => member.Id == id)
                    .Select(member => new { member.Id, member.Role }).SingleOrDefaultAsync(cancellationToken)
                : null;
            if (member is null)
                return new FieldMessage(nameof(Input.Person), "That person no longer lives here. Choose another.");
            if (scope.Refusal(OwnThing.Absence, member.Id) is { } own)
                return own;
            if (!Deciders.May(person, member.Id, member.Role))
                return new FieldMessage(nameof(Input.Person), "An admin enters the absences of pantry heads.");
            var request = New(floorId, member.Id, input, from, until);
            db.Requests.Add(request);
            await news.EnteredAsync(request, person.Name, today.Year, cancellationToken);
            return await SaveAsync(request, cancellationToken);
        }

        private Request New(Guid floorId, Guid memberId, Input input, DateOnly from, DateOnly until) => new()
        {
            SubmissionId = input.SubmissionId,
            FloorId = floorId,
            MemberId = memberId,
            Kind = RequestKind.Absence,
            From = from,
            Until = until,
            Reason = InputParser.Text(input.Reason),
            State = RequestState.Approved,
            DecidedById = scope.Actor.Id,
            DecidedAt = scope.Now,
            CreatedAt = scope.Now,
        };

        private async Task<Outcome<Request>> SaveAsync(Request request, CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return request;
            }
            catch (DbUpdateException exception) when (exception.IsConflict(SubmissionIndex))
            {
                db.ChangeTracker.Clear();
                return await SentBeforeAsync(request.SubmissionId, cancellationToken) is { } before
                    ? before
                    : new FieldMessage("", "This form was already used. Open a new form and copy what you typed below.");
            }
            catch (DbUpdateException exception) when (exception.IsConflict(Request.OverlapConstraint))
            {
                db.ChangeTracker.Clear();
                // The same form may have been sent twice in the same moment.
                return await SentBeforeAsync(request.SubmissionId, cancellationToken) is { } before
                    ? before
                    : new FieldMessage(
                        nameof(Input.From), "That person is already away on one of those days, or has asked to be. Choose other days.");
            }
        }

        private Task<Request?> SentBeforeAsync(Guid submissionId, CancellationToken cancellationToken)
        {
            var me = scope.Actor.Id;
            return db.Requests.AsNoTracking()
                .SingleOrDefaultAsync(request => request.SubmissionId == submissionId && request.DecidedById == me, cancellationToken);
        }
    }
}
