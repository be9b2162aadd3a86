using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>What of the audit trail is asked for, as the address says it. Everything empty means everything.</summary>
public sealed record AuditFilter
{
    /// <summary>A part of the name of the person or job that did it.</summary>
    public string? Who { get; set; }

    /// <summary>Added, Changed or Removed.</summary>
    public string? Kind { get; set; }

    /// <summary>The kind of thing, such as Bill.</summary>
    public string? Thing { get; set; }

    /// <summary>The history of this one thing.</summary>
    public Guid? Of { get; set; }

    /// <summary>From this day on, on the tenant's clock.</summary>
    public string? From { get; set; }

    /// <summary>Up to this day and with it.</summary>
    public string? To { get; set; }

    /// <summary>A part of the reason.</summary>
    public string? Reason { get; set; }

    public bool IsSet => Values.Count > 0;

    /// <summary>The filter as it goes into an address, for links to the next page and the file.</summary>
    public Dictionary<string, string> Values =>
        new (string Name, string? Value)[] { ("who", Who), ("kind", Kind), ("thing", Thing), ("of", Of?.ToString()), ("from", From), ("to",
            To), ("reason", Reason) }
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).ToDictionary(entry => entry.Name, entry => entry.Value!);
}

public sealed class AuditFilterValidator : AbstractValidator<AuditFilter>
{
    private const string NoDay = "Choose a day.";

    public AuditFilterValidator()
    {
        RuleFor(filter => filter.From).Must(IsDay).WithMessage(NoDay);
        RuleFor(filter => filter.To).Must(IsDay).WithMessage(NoDay);
        RuleFor(filter => filter.To)
            .Must((filter, to) => InputParser.Day(to) is not { } last || InputParser.Day(filter.From) is not { } first || first <= last)
            .WithMessage("That is before the first day. Choose a later one.");
    }

    private static bool IsDay(string? typed) => string.IsNullOrWhiteSpace(typed) || InputParser.Day(typed) is not null;
}
