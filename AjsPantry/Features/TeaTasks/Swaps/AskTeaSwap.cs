using AjsPantry.Features.Shared.Swaps;
using FluentValidation;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>What the person asks somebody, or everybody of the floor.</summary>
public static class AskTeaSwap
{
    /// <summary>What a form says instead of a person when everybody is asked.</summary>
    public const string Everybody = "floor";

    public sealed record Input
    {
        /// <summary><see cref="Everybody"/>, a person's id, or duty: and the id of a duty to have in return.</summary>
        public string? Of { get; set; } = Everybody;

        public string? Words { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Of).NotEmpty().WithMessage("Choose whom to ask.");
            RuleFor(input => input.Words).FitsASwap();
        }
    }
}
