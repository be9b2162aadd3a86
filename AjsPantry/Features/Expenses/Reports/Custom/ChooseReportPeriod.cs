using System.Globalization;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>The first step to a chosen report: its days, its title and the money it is held against.</summary>
public static class ChooseReportPeriod
{
    public const string ByMonth = "month";
    public const string ByBudget = "budget";
    public const string ByDays = "days";

    /// <summary>As many days as a report may cover; a year with its leap day.</summary>
    public const int MostDays = 366;

    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public sealed record Input
    {
        /// <summary>month, budget or days.</summary>
        public string? By { get; set; }

        public string? Month { get; set; }

        /// <summary>The first day of a budget period.</summary>
        public string? Budget { get; set; }

        public string? From { get; set; }

        public string? Until { get; set; }

        public string? Title { get; set; }

        /// <summary>The budget figure; empty for none.</summary>
        public string? Figure { get; set; }

    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            var tenant = scope.Tenant;
            RuleFor(input => input.Title).Must(title => InputParser.Text(title).Length <= KeptReport.LongestTitle)
                .WithMessage($"Use {KeptReport.LongestTitle} characters at most.");
            RuleFor(input => input.Figure).OptionalAmount(tenant.Culture, tenant.Formats);
            RuleFor(input => input.By).Must(by => by is ByMonth or ByBudget or ByDays)
                .WithMessage("Choose a month, a budget period or days.");
            RuleFor(input => input.Month).Must(typed => MonthChoice.Read(typed ?? "-", scope.Today) is not null)
                .When(input => input.By == ByMonth).WithMessage("Choose a month from the list.");
            RuleFor(input => input.From).Custom((typed, context) => CheckFrom(InputParser.Day(typed), scope.Today, context))
                .When(input => input.By == ByDays);
            RuleFor(input => input.Until)
                .Custom((typed, context) => CheckUntil(InputParser.Day(context.InstanceToValidate.From), InputParser.Day(typed), context))
                    .When(input => input.By == ByDays);
        }

        private static void CheckFrom(DateOnly? from, DateOnly today, ValidationContext<Input> context)
        {
            if (from is null)
                context.AddFailure("Choose the first day.");
            else if (from > today)
                context.AddFailure($"{Formats.FullDay(from.Value)} has not come yet.");
            else if (from < Earliest)
                context.AddFailure("There are no bills from before 2000.");
        }

        private static void CheckUntil(DateOnly? from, DateOnly? until, ValidationContext<Input> context)
        {
            if (until is null)
                context.AddFailure("Choose the last day.");
            else if (until < from)
                context.AddFailure($"That is before the first day. Choose {Formats.FullDay(from.Value)} or later.");
            else if (from is not null && until.Value.DayNumber - from.Value.DayNumber >= MostDays)
                context.AddFailure($"A report covers {MostDays} days at most. Make two reports.");
        }
    }

    public sealed class Handler(CustomReportQuery query, Scope scope)
    {
        /// <summary>The days that were chosen, with a title; a budget's are those that it has now.</summary>
        public async Task<Outcome<CustomReportFrame>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.MakeReports);
            return await DaysAsync(floorId, input, cancellationToken) is var (from, until)
                ? new CustomReportFrame(from, until, TitleOf(input, from, until), Budget: null)
                : new FieldMessage(nameof(Input.Budget), "Choose a period from the list.");
        }

        private async Task<(DateOnly From, DateOnly Until)?> DaysAsync(
            Guid floorId, Input input, CancellationToken cancellationToken) => input.By switch
            {
                ByMonth =>
                    InputParser.Month(input.Month) is { } month && month >= Earliest ? (month, month.AddMonths(1).AddDays(-1)) : null,
                ByBudget => (await query.BudgetsAsync(floorId, cancellationToken))
                    .FirstOrDefault(period => InputParser.Day(input.Budget) == period.From) is { } budget
                    ? (budget.From, budget.Until) : null,
                _ => InputParser.Day(input.From) is { } from && InputParser.Day(input.Until) is { } until ? (from, until) : null,
            };

        /// <summary>What was written, or the days: two sheets of different days are never called the same.</summary>
        private static string TitleOf(Input input, DateOnly from, DateOnly until) =>
            InputParser.Text(input.Title) is { Length: > 0 } title
                ? title
                : $"Expenses, {ReportWords.Days(from, until).Replace('\u00a0', ' ')}";
    }

    /// <summary>The day as addresses write it.</summary>
    public static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
