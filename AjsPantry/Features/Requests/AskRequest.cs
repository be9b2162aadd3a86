using AjsPantry.Features.Requests.Absences;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Asks the own floor for an absence or another arrangement.</summary>
public static class AskRequest
{
    /// <summary>Who plans further ahead than this asks again nearer to it.</summary>
    private const int YearsAhead = 2;

    public sealed record Input : IDaysInput
    {
        /// <summary>Made with the form.</summary>
        public Guid SubmissionId { get; set; }

        public string? Kind { get; set; }

        public string? From { get; set; }

        public string? Until { get; set; }

        public string? Days { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Kind).Must(kind => KindOf(kind) is not null).WithMessage("Choose what you ask for.");
            RuleFor(input => input.From).Must(day => InputParser.Day(day) is not null).WithMessage("Choose the first day.");
            RuleFor(input => input.Until).Must(day => InputParser.Day(day) is not null).When(input => !HowLong.IsChosen(input))
                .WithMessage("Choose the last day.");
            RuleFor(input => input.Until).Must((input, until) => Days(input.From, until) is not < 1).When(input => !HowLong.IsChosen(input))
                .WithMessage("That is before the first day. Choose a later one.");
            RuleFor(input => input.Until).Must((input, until) => Days(input.From, until) is not > Request.MostDays)
                .When(input => !HowLong.IsChosen(input))
                    .WithMessage($"A request can have {Request.MostDays} days at most. Ask again for the rest.");
            RuleFor(input => input.Reason).Words("Write the reason in a few words.", Request.LongestReason);
        }

        /// <summary>How many days it covers, both ends included; null while one of them is unknown.</summary>
        private static int? Days(string? from, string? until) => InputParser.Day(until)?.DayNumber - InputParser.Day(from)?.DayNumber + 1;
    }

    public sealed class Handler(PantryDb db, Scope scope, RequestNotice news)
    {
        private const string SubmissionIndex = "ux_requests_submission";

        /// <summary>Asks, or answers with what the same form asked before.</summary>
        public async Task<Outcome<Request>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.AskRequests);
            var person = scope.Actor;
            var from = InputParser.Day(input.From)!.Value;
            var today = scope.Today;
            var request = new Request
            {
                SubmissionId = input.SubmissionId,
                FloorId = floorId,
                MemberId = person.Id,
                Kind = KindOf(input.Kind)!.Value,
                From = from,
                Until = HowLong.LastDay(input),
                Reason = InputParser.Text(input.Reason),
                CreatedAt = scope.Now,
            };
            if (await SentBeforeAsync(input.SubmissionId, cancellationToken) is { } before)
                return Again(before, request);
            if (from < today)
                return new FieldMessage(nameof(Input.From), "That day is past. Choose today or a later day.");
            if (from > today.AddYears(YearsAhead))
                return new FieldMessage(nameof(Input.From), "That is too far ahead. Choose an earlier day.");
            db.Requests.Add(request);
            await news.AskedAsync(request, new Asker(person.Name, person.Role), today.Year, cancellationToken);
            return await SaveAsync(request, today.Year, cancellationToken);
        }

        private async Task<Outcome<Request>> SaveAsync(Request request, int thisYear, CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return request;
            }
            catch (DbUpdateException exception) when (exception.IsConflict(SubmissionIndex))
            {
                db.ChangeTracker.Clear();
                return await SentBeforeAsync(request.SubmissionId, cancellationToken) is { } before ? Again(before, request)
                    : new FieldMessage("", "This form was already used. Open a new form and copy what you typed below.");
            }
            catch (DbUpdateException exception) when (exception.IsConflict(Request.OverlapConstraint))
            {
                db.ChangeTracker.Clear();
                // The same form may have been sent twice in the same moment.
                return await SentBeforeAsync(request.SubmissionId, cancellationToken) is { } before ? Again(before, request)
                    : await OverlapAsync(request, thisYear, cancellationToken);
            }
        }

        private static Outcome<Request> Again(Request made, Request typed) =>
            SentForm.Again(made, typed, request => (request.FloorId, request.Kind, request.From, request.Until, request.Reason));

        private async Task<FieldMessage> OverlapAsync(Request request, int thisYear, CancellationToken cancellationToken)
        {
            var other = await db.Requests.AsNoTracking()
                .Where(other => other.MemberId == request.MemberId && other.Kind == RequestKind.Absence
                    && (other.State == RequestState.Open || other.State == RequestState.Approved) && other.From <= request.Until
                    && other.Until >= request.From)
                .OrderBy(other => other.From).FirstOrDefaultAsync(cancellationToken);
            return new(nameof(Input.From), other is null ? "You have just asked for some of these days. Look at your requests."
                : $"You already asked to be away {(other.From == other.Until ? "on " : "")}{RequestWords.Range(other.From, other.Until, thisYear)}. Choose other days, or withdraw that request.");
        }

        private Task<Request?> SentBeforeAsync(Guid submissionId, CancellationToken cancellationToken)
        {
            var me = scope.Actor.Id;
            return db.Requests.AsNoTracking()
                .SingleOrDefaultAsync(request => request.SubmissionId == submissionId && request.MemberId == me, cancellationToken);
        }
    }

    private static RequestKind? KindOf(string? typed) =>
        Enum.GetNames<RequestKind>().Contains(typed) ? Enum.Parse<RequestKind>(typed!) : null;
}
