using System.Globalization;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Expenses.Budgets.Changing;

/// <summary>A budget as it stands in the form.</summary>
public sealed record BudgetInput
{
    /// <summary>Made with the form; the same form sent twice allocates once.</summary>
    public Guid SubmissionId { get; init; } = Guid.CreateVersion7();

    /// <summary>The version that the form was filled from; 0 for a new budget.</summary>
    public uint Version { get; set; }

    public string? Kind { get; init; }

    public string? From { get; init; }

    /// <summary>Empty for the last day that the kind proposes.</summary>
    public string? Until { get; init; }

    public string? Amount { get; init; }

    /// <summary>In percent; empty to tell nobody.</summary>
    public string? AlertAt { get; init; }

    public string? Notes { get; init; }

    public BudgetKind? KindTyped =>
        Enum.TryParse<BudgetKind>(Kind, out var kind) && Enum.GetNames<BudgetKind>().Contains(Kind) ? kind : null;

    public DateOnly? LastDay =>
        string.IsNullOrWhiteSpace(Until) && InputParser.Day(From) is { Year: < 9000 } from ? KindTyped?.LastDay(from)
            : InputParser.Day(Until);

    /// <summary>Null when it is no whole percentage.</summary>
    public int? Percent =>
        InputParser.Number(InputParser.Text(AlertAt).TrimEnd('%', '\uFF05', '\u066A'), 0, "en-IN") is { } percent and >= 1 and <= 100
            ? (int)percent : null;

    /// <summary>Days and money in figures. Only after the validator found nothing.</summary>
    public BudgetDays Days(string culture) =>
        new(InputParser.Day(From)!.Value, LastDay!.Value, InputParser.Number(Amount, 2, culture)!.Value);

    /// <summary>A day as the browser's picker takes it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class BudgetInputValidator : AbstractValidator<BudgetInput>
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>How many days ahead money is given.</summary>
    private const int Ahead = 366;

    public BudgetInputValidator(Scope scope)
    {
        var tenant = scope.Tenant;
        var latest = scope.Today.AddDays(Ahead);
        RuleFor(budget => budget.Kind).Must((budget, _) => budget.KindTyped is not null).WithMessage("Choose how long it lasts.");
        RuleFor(budget => budget.From).Must(typed => InputParser.Day(typed) is not null).WithMessage("Choose the first day.");
        RuleFor(budget => budget.From).Must(typed => InputParser.Day(typed) is not { } from || (from >= Earliest && from <= latest))
            .WithMessage("Choose a first day between the year 2000 and a year from now.");
        RuleFor(budget => budget.Until).Custom(CheckLastDay);
        RuleFor(budget => budget.Amount).Custom((typed, context) =>
        {
            if (string.IsNullOrWhiteSpace(typed))
                context.AddFailure("Write the amount. Use 0 if only the balance carries over.");
            else
                AmountRules.Check(typed, tenant.Culture, tenant.Formats, context, required: false);
        });
        RuleFor(budget => budget.AlertAt).Must((budget, typed) => string.IsNullOrWhiteSpace(typed) || budget.Percent is not null)
            .WithMessage("Write a whole number from 1 to 100, or leave it empty.");
        RuleFor(budget => budget.Notes).Must(typed => InputParser.Lines(typed).Length <= Budget.LongestNotes)
            .WithMessage($"Use {Budget.LongestNotes} characters at most.");
    }

    private static void CheckLastDay(string? typed, ValidationContext<BudgetInput> context)
    {
        if (InputParser.Day(context.InstanceToValidate.From) is not { } from)
            return;
        var message = context.InstanceToValidate.LastDay switch
        {
            null => "Choose the last day.",
            { } until when until < from => "That is before the first day. Swap them.",
            { } until when until.DayNumber - from.DayNumber >= Budget.MostDays =>
                $"That is {until.DayNumber - from.DayNumber + 1} days. A budget can have {Budget.MostDays} at most. Allocate the rest as a second budget.",
            _ => null,
        };
        if (message is not null)
            context.AddFailure(message);
    }
}
