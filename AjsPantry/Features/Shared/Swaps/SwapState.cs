namespace AjsPantry.Features.Shared.Swaps;

/// <summary>How the question stands whether somebody takes a duty over.</summary>
public enum SwapState
{
    Asked,
    Accepted,
    Declined,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn,

    /// <summary>What was asked for had changed when it was answered.</summary>
    Lapsed,
}
