namespace AjsPantry.Features.Shared.Goods;

/// <summary>Units in which things are bought, listed and lent.</summary>
public static class Units
{
    public static readonly IReadOnlyList<string> All = ["pcs", "kg", "g", "ltr", "ml", "pkt", "dozen", "bunch", "box"];

    /// <summary>By how much people add to a quantity or take from it with one tap.</summary>
    public static decimal Step(string unit) => unit switch
    {
        "g" or "ml" => 50,
        "kg" or "ltr" => 0.5m,
        _ => 1,
    };
}
