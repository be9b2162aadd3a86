namespace AjsPantry.Features.Shared;

/// <summary>
/// A feature that keeps amounts of money. While any of them has one, the residence's currency stays. The feature registers one of these.
/// </summary>
public interface IKeepsAmounts
{
    /// <summary>Whether anything of the residence is an amount, and be it of something that does not count any more.</summary>
    Task<bool> HasAmountsAsync(CancellationToken cancellationToken);
}
