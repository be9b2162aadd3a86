using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Menus.Events;

/// <summary>What people write about an event.</summary>
public sealed record EventInput
{
    /// <summary>What <see cref="For"/> says of an event for the whole tenant.</summary>
    public const string Everybody = "everybody";

    /// <summary>Made with the form, so that a form sent twice makes one event.</summary>
    public Guid SubmissionId { get; init; } = Guid.CreateVersion7();

    public string? Title { get; set; }

    public string? Date { get; set; }

    /// <summary>The last of several days; empty for one.</summary>
    public string? Until { get; set; }

    /// <summary>When it begins; empty when it has no time.</summary>
    public string? At { get; set; }

    public string? Text { get; set; }

    /// <summary>everybody, or anything else for the floor; only asked when an event is made.</summary>
    public string? For { get; set; }

    /// <summary>The version that the form was filled from; 0 for a new event.</summary>
    public uint Version { get; set; }
}

public sealed class EventInputValidator : AbstractValidator<EventInput>
{
    public EventInputValidator()
    {
        RuleFor(input => input.Title).Words("Write what it is.", SpecialEvent.LongestTitle);
        // What was may be written down too; no pantry is older, and nobody plans further.
        RuleFor(input => input.Date).Must(typed => InputParser.Day(typed) is { Year: >= 2000 and <= 2100 }).WithMessage("Choose the day.");
        RuleFor(input => input.Until).Must(typed => string.IsNullOrWhiteSpace(typed) || InputParser.Day(typed) is not null)
            .WithMessage("Choose the last day, or leave it empty.")
            .DependentRules(() => When(input => InputParser.Day(input.Date) is not null && InputParser.Day(input.Until) is not null, () =>
            {
                RuleFor(input => input.Until).Must((input, until) => InputParser.Day(until) >= InputParser.Day(input.Date))
                    .WithMessage("The last day is before the first one. Choose a later day, or leave it empty.");
                RuleFor(input => input.Until)
                    .Must((input,
                        until) =>
                            InputParser.Day(until)!.Value.DayNumber < InputParser.Day(input.Date)!.Value.DayNumber + SpecialEvent.MostDays)
                    .WithMessage($"An event lasts {SpecialEvent.MostDays} days at most. Choose an earlier last day.");
            }));
        RuleFor(input => input.At).Must(typed => string.IsNullOrWhiteSpace(typed) || InputParser.Time(typed) is not null)
            .WithMessage("Write the time as 20:00, or leave it empty.");
        RuleFor(input => input.Text).Must(typed => InputParser.Lines(typed).Length <= SpecialEvent.LongestText)
            .WithMessage($"Use {SpecialEvent.LongestText} characters at most.");
    }
}
