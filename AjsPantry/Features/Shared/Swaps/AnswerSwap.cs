using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Shared.Swaps;

/// <summary>What those who are asked may say with their yes or no.</summary>
public static class AnswerSwap
{
    public sealed record Input
    {
        public string? Answer { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Answer).FitsASwap();
    }

    /// <summary>The words of a question or an answer fit into their column.</summary>
    public static void FitsASwap<T>(this IRuleBuilder<T, string?> words) =>
        words.Must(typed => InputParser.Text(typed).Length <= Swap.LongestWords)
            .WithMessage($"Use {Swap.LongestWords} characters at most.");
}
