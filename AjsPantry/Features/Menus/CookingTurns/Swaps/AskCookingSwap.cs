using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>What a person of a room asks another room.</summary>
public static class AskCookingSwap
{
    public sealed record Input
    {
        /// <summary>The other room's day, which the asking room would take.</summary>
        public string? With { get; set; }

        public string? Words { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.With).Must(typed => InputParser.Day(typed) is not null)
                .WithMessage("Choose the day you would take instead.");
            RuleFor(input => input.Words).FitsASwap();
        }
    }
}
