using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Weeks;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>Somebody of a floor says what they would like to eat on a day.</summary>
public static class SuggestMeal
{
    /// <summary>How many suggestions of a floor for one day may wait or be accepted.</summary>
    public const int MostPerDay = 2;

    /// <summary>How many a person may make for one week, Monday to Sunday; those taken back do not count.</summary>
    public const int MostPerWeek = 2;

    /// <summary>How far ahead people may wish.</summary>
    public const int DaysAhead = 60;

    public sealed record Input
    {
        /// <summary>Made with the form, so that it suggests once however often it is sent.</summary>
        public string? SubmissionId { get; set; }

        public string? Date { get; set; }

        public string? Dish { get; set; }

        public string? Side { get; set; }

        public string? Notes { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Date).Must(typed => InputParser.Day(typed) is not null).WithMessage("Choose the day.");
            RuleFor(input => input.Dish).Words("Write what you would like to eat.", Dishes.Dish.LongestName);
            RuleFor(input => input.Dish).Must(IsName).When(input => InputParser.Text(input.Dish) != "")
                .WithMessage("Use at least one letter.");
            RuleFor(input => input.Side).Must(typed => InputParser.Text(typed) == "" || IsName(typed))
                .WithMessage("Use at least one letter.");
            RuleFor(input => input.Side).Must(typed => InputParser.Text(typed).Length <= Dishes.Dish.LongestName)
                .WithMessage($"Use {Dishes.Dish.LongestName} characters at most.");
            RuleFor(input => input.Side).Must((input, side) => DishName.Normal(side) != DishName.Normal(input.Dish))
                .When(input => IsName(input.Dish)).WithMessage("That is the dish itself. Choose another side, or none.");
            RuleFor(input => input.Notes).Must(typed => InputParser.Text(typed).Length <= MealSuggestion.LongestNotes)
                .WithMessage($"Use {MealSuggestion.LongestNotes} characters at most.");
        }

        private static bool IsName(string? typed) => DishName.Normal(typed) != "";
    }

    public sealed class Handler(PantryDb db, OpenDays open, Notify notify, Scope scope)
    {
        /// <summary>The form is one of somebody else, so what it would do was done for them.</summary>
        private static readonly FieldMessage Strange = new(nameof(Input.Dish), "This form was already sent. Open a new one.");

        public async Task<Outcome<MealSuggestion>> HandleAsync(FloorView floor, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.SuggestMeals);
            var day = InputParser.Day(input.Date)!.Value;
            var submission = Guid.TryParse(input.SubmissionId, out var id) ? id : Guid.NewGuid();
            var today = scope.Today;
            if (day < today || day > today.AddDays(DaysAhead))
                return new FieldMessage(
                    nameof(Input.Date), $"Choose a day from today to {Formats.Day(today.AddDays(DaysAhead), today.Year)}.");
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.QueueForSuggestionsAsync(cancellationToken);
            if (await db.MealSuggestions.AsNoTracking()
                .SingleOrDefaultAsync(wish => wish.SubmissionId == submission, cancellationToken) is { } sent)
                return sent.MemberId == scope.Actor.Id ? Again(sent, New(floor.Id, submission, day, input)) : Strange;
            if (await RefusalAsync(floor.Id, day, cancellationToken) is { } refusal)
                return refusal;
            var suggestion = New(floor.Id, submission, day, input);
            db.MealSuggestions.Add(suggestion);
            await TellHeadsAsync(floor, suggestion, today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return suggestion;
        }

        private async Task TellHeadsAsync(FloorView floor, MealSuggestion suggestion, DateOnly today, CancellationToken cancellationToken)
        {
            var heads = await db.Members.OnFloor(floor.Id).Where(member => member.Role == Role.PantryHead)
                .Select(member => member.Id).ToListAsync(cancellationToken);
            var notes = suggestion.Notes is null ? "" : $" {suggestion.Notes}";
            await notify.TellAsync(
                new(
                    NoticeKind.Suggestion, new(suggestion.Id, "asked"), $"{scope.Actor.Name} suggests {suggestion.Dish}",
                    $"For {Formats.Day(suggestion.Date, today.Year)}.{notes}", $"/menus/suggestions/{suggestion.Id}"),
                heads, cancellationToken);
        }

        private async Task<FieldMessage?> RefusalAsync(Guid floorId, DateOnly day, CancellationToken cancellationToken)
        {
            if (await open.PlannedOnAsync(floorId, day, cancellationToken) is { Count: > 0 } planned)
                return new(nameof(Input.Date), $"That day is already planned: {string.Join(", ", planned)}. Choose another day.");
            var monday = CalendarWeek.MondayOf(day);
            var self = scope.Actor.Id;
            var sunday = monday.AddDays(6);
            if (await db.MealSuggestions.CountAsync(
                wish => wish.MemberId == self && wish.Date >= monday && wish.Date <= sunday && wish.State != SuggestionState.Withdrawn,
                cancellationToken) >= MostPerWeek)
                return new(nameof(Input.Date),
                    $"You already have {MostPerWeek} suggestions in that week, which is the limit. Choose another week.");
            if (await db.MealSuggestions.CountAsync(
                wish => wish.FloorId == floorId && wish.Date == day
                    && (wish.State == SuggestionState.Accepted
                        || (wish.State == SuggestionState.Waiting && wish.Member!.DeactivatedAt == null && wish.Member.FloorId == floorId)),
                        cancellationToken) >= MostPerDay)
                return new(nameof(Input.Date), $"That day already has {MostPerDay} suggestions. Choose another day.");
            return null;
        }

        private static Outcome<MealSuggestion> Again(MealSuggestion made, MealSuggestion typed) =>
            SentForm.Again(made, typed, wish => (wish.FloorId, wish.Date, wish.Dish, wish.Side, wish.Notes));

        private MealSuggestion New(Guid floorId, Guid submission, DateOnly day, Input input) => new()
        {
            SubmissionId = submission,
            FloorId = floorId,
            MemberId = scope.Actor.Id,
            Date = day,
            Dish = InputParser.Text(input.Dish),
            Side = InputParser.Text(input.Side) is { Length: > 0 } side ? side : null,
            Notes = InputParser.Text(input.Notes) is { Length: > 0 } notes ? notes : null,
            CreatedAt = scope.Now,
        };
    }
}
