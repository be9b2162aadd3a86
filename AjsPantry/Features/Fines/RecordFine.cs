using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>Fines a person or a room of a floor. Whom it concerns is told.</summary>
public static class RecordFine
{
    /// <summary>What is longer ago is forgotten.</summary>
    private const int YearsBack = 2;

    private const string PersonPrefix = "person:";
    private const string RoomPrefix = "room:";

    /// <summary>A person in the list of who can be fined.</summary>
    public static string PersonKey(Guid id) => PersonPrefix + id;

    /// <summary>A room in that list.</summary>
    public static string RoomKey(Guid id) => RoomPrefix + id;

    private static Guid? IdOf(string? who, string prefix) =>
        who?.StartsWith(prefix, StringComparison.Ordinal) == true && Guid.TryParse(who[prefix.Length..], out var id) ? id : null;

    public sealed record Input
    {
        /// <summary>Made with the form.</summary>
        public Guid SubmissionId { get; set; }

        /// <summary>A <see cref="PersonKey"/> or a <see cref="RoomKey"/>.</summary>
        public string? Who { get; set; }

        public string? Amount { get; set; }

        /// <summary>The day of what it is for.</summary>
        public string? Date { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            var tenant = scope.Tenant;
            RuleFor(input => input.Who).Must(who => (IdOf(who, PersonPrefix) ?? IdOf(who, RoomPrefix)) is not null)
                .WithMessage($"Choose a person or a {tenant.Room}.");
            RuleFor(input => input.Amount)
                .Custom((typed, context) => AmountRules.Check(typed, tenant.Culture, tenant.Formats, context, required: true));
            RuleFor(input => input.Date).Custom((typed, context) =>
            {
                if (InputParser.Day(typed) is not { } day)
                    context.AddFailure("Choose the day.");
                else if (day > scope.Today)
                    context.AddFailure($"{Formats.FullDay(day)} has not come yet. Choose today or an earlier day.");
                else if (day < scope.Today.AddYears(-YearsBack))
                    context.AddFailure("That is too long ago. Choose a later day.");
            });
            RuleFor(input => input.Reason).Words("Write what it is for.", Fine.LongestReason);
        }
    }

    public sealed class Handler(PantryDb db, Scope scope, FineNotice news)
    {
        private static readonly FieldMessage Used = new("", "This form was already used. Open a new form and copy what you typed below.");

        /// <summary>Records it, or answers with what the same form recorded before.</summary>
        public async Task<Outcome<Fine>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageFines);
            var person = IdOf(input.Who, PersonPrefix);
            var room = IdOf(input.Who, RoomPrefix);
            var fine = New(floorId, input, person, room);
            if (await SentBeforeAsync(floorId, input.SubmissionId, cancellationToken) is { } before)
                return Again(before, fine);
            if (person is { } member && !await db.Members.OnFloor(floorId).HoldsAsync(member, cancellationToken))
                return new FieldMessage(nameof(Input.Who), "That person no longer lives here. Choose another.");
            if (room is not null
                && !await db.Set<Room>()
                    .AnyAsync(found => found.Id == room && found.FloorId == floorId && found.ArchivedAt == null, cancellationToken))
                return new FieldMessage(nameof(Input.Who), $"That {scope.Tenant.Room} is no longer in use. Choose another.");
            db.Fines.Add(fine);
            await news.FinedAsync(fine, cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken, Fine.SubmissionIndex))
                return await SentBeforeAsync(floorId, input.SubmissionId, cancellationToken) is { } same ? Again(same, fine) : Used;
            return fine;
        }

        private static Outcome<Fine> Again(Fine made, Fine typed) =>
            SentForm.Again(made, typed, fine => (fine.MemberId, fine.RoomId, fine.Amount, fine.Date, fine.Reason));

        private Fine New(Guid floorId, Input input, Guid? person, Guid? room) => new()
        {
            FloorId = floorId,
            SubmissionId = input.SubmissionId,
            MemberId = person,
            RoomId = room,
            Amount = InputParser.Number(input.Amount, 2, scope.Tenant.Culture)!.Value,
            Date = InputParser.Day(input.Date)!.Value,
            Reason = InputParser.Text(input.Reason),
            RecordedById = scope.Actor.Id,
            RecordedAt = scope.Now,
        };

        private Task<Fine?> SentBeforeAsync(Guid floorId, Guid submissionId, CancellationToken cancellationToken)
        {
            var me = scope.Actor.Id;
            return db.Fines.AsNoTracking()
                .SingleOrDefaultAsync(
                    fine => fine.SubmissionId == submissionId && fine.RecordedById == me && fine.FloorId == floorId, cancellationToken);
        }
    }
}
