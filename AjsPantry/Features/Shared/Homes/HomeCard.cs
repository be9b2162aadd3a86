namespace AjsPantry.Features.Shared.Homes;

/// <summary>A block of a home page. Each has a record of its own, and a partial that shows it.</summary>
/// <param name="Partial">The partial's path.</param>
public abstract record HomeCard(HomePlace Place, string Partial);

/// <summary>Where a card stands. In which order, each home page says.</summary>
public enum HomePlace
{
    /// <summary>The figures of a floor.</summary>
    BudgetTile,
    ShoppingTile,
    RatingTile,
    AwayTile,

    TeaDesk,
    Meals,
    Rating,

    /// <summary>What the person is to do, and when.</summary>
    Turns,
    Shopping,

    /// <summary>What the person asked for, and what is asked of them.</summary>
    Asked,
    Bought,
    News,
    Events,
    Ideas,
}
