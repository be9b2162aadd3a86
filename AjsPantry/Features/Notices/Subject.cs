namespace AjsPantry.Features.Notices;

/// <summary>What news is about. The same is told to a person once, and found by its parts when it is taken back.</summary>
/// <param name="Id">The thing, such as a bill, a duty or a cook.</param>
/// <param name="Step">What happened to the thing, in a word.</param>
/// <param name="Occasion">
/// Which time, where the same can happen to the thing again: a day, a version, an amount. Empty where it happens once.
/// </param>
public sealed record Subject(Guid Id, string Step, string Occasion = "")
{
    public const int LongestStep = 20;
    public const int LongestOccasion = 60;
}
