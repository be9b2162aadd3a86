using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Preferences;

/// <summary>Keeps what a person chooses to be told, and how.</summary>
public static class ChoosePreferences
{
    public sealed record Input
    {
        /// <summary>Names of the kinds that are to stand in the inbox.</summary>
        public string[]? Inbox { get; set; }

        /// <summary>Names of the kinds that are to come by mail.</summary>
        public string[]? Mail { get; set; }

        /// <summary>22:00; empty together with <see cref="QuietUntil"/> for no quiet hours.</summary>
        public string? QuietFrom { get; set; }

        public string? QuietUntil { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.QuietFrom).Must(IsTimeOrEmpty).WithMessage("Write a time, such as 22:00.");
            RuleFor(input => input.QuietUntil).Must(IsTimeOrEmpty).WithMessage("Write a time, such as 06:30.");
            RuleFor(input => input.QuietFrom).NotEmpty().When(input => InputParser.Time(input.QuietUntil) is not null)
                .WithMessage("Enter the start, or leave both empty.");
            RuleFor(input => input.QuietUntil).NotEmpty().When(input => InputParser.Time(input.QuietFrom) is not null)
                .WithMessage("Enter the end, or leave both empty.");
            RuleFor(input => input.QuietUntil)
                .Must((input, until) => InputParser.Time(until) is not { } end || end != InputParser.Time(input.QuietFrom))
                    .WithMessage("Start and end are the same. Choose another time, or leave both empty.");
        }

        private static bool IsTimeOrEmpty(string? typed) => string.IsNullOrWhiteSpace(typed) || InputParser.Time(typed) is not null;
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        public Task HandleAsync(Input input, CancellationToken cancellationToken) =>
            // The same form, sent twice as the first choice: the row is there now.
            db.RetryOnConflictAsync(() => OnceAsync(input, cancellationToken), RetryOnConflict.Taken);

        private async Task OnceAsync(Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ReadNotices);
            var settings = await db.SettingsOfAsync(scope.Actor.Id, cancellationToken);
            settings.NoInbox = Without(settings.NoInbox, input.Inbox);
            settings.NoMail = Without(settings.NoMail, input.Mail);
            settings.QuietFrom = InputParser.Time(input.QuietFrom);
            settings.QuietUntil = InputParser.Time(input.QuietUntil);
            await db.SaveChangesAsync(cancellationToken);
        }

        /// <returns>The kinds that were not ticked; the present list where they are the same ones, so that nothing changes.</returns>
        private static string[] Without(string[] present, string[]? ticked)
        {
            var left = Enum.GetNames<NoticeKind>().Except(ticked ?? []).ToArray();
            return left.Order().SequenceEqual(present.Order()) ? present : left;
        }
    }

    extension(PantryDb db)
    {
        /// <summary>The person's choices, tracked; added to the unit of work while they have none.</summary>
        internal async Task<NoticeSettings> SettingsOfAsync(Guid memberId, CancellationToken cancellationToken)
        {
            if (await db.NoticeSettings.SingleOrDefaultAsync(settings => settings.MemberId == memberId, cancellationToken) is { } known)
                return known;
            var settings = new NoticeSettings { MemberId = memberId };
            db.NoticeSettings.Add(settings);
            return settings;
        }
    }
}
