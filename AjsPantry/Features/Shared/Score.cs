namespace AjsPantry.Features.Shared;

/// <summary>Stars added up.</summary>
/// <param name="Count">How many people rated.</param>
public readonly record struct Score(int Sum, int Count)
{
    /// <summary>4.6; only where somebody rated.</summary>
    public string Average =>
        Math.Round((decimal)Sum / Count, 1, MidpointRounding.AwayFromZero)
            .ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
