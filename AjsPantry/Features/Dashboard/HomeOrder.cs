using AjsPantry.Features.Shared.Homes;

namespace AjsPantry.Features.Dashboard;

/// <summary>In which order the cards of a floor's home page stand: a pantry head's, and everybody else's.</summary>
public static class HomeOrder
{
    public static readonly HomePlace[] Tiles = [HomePlace.BudgetTile, HomePlace.ShoppingTile, HomePlace.RatingTile, HomePlace.AwayTile];

    private static readonly HomePlace[] HeadsFirst =
        [HomePlace.Meals, HomePlace.Rating, HomePlace.Turns, HomePlace.Shopping, HomePlace.Asked, HomePlace.Bought];

    private static readonly HomePlace[] HeadsSecond = [HomePlace.TeaDesk, HomePlace.News, HomePlace.Events, HomePlace.Ideas];

    private static readonly HomePlace[] MembersFirst =
        [HomePlace.TeaDesk, HomePlace.Meals, HomePlace.Rating, HomePlace.Turns, HomePlace.Shopping, HomePlace.Asked];

    private static readonly HomePlace[] MembersSecond = [HomePlace.News, HomePlace.Events, HomePlace.Ideas, HomePlace.Bought];

    public static IEnumerable<HomeCard> First(Home home) => In(home, home.IsHeads ? HeadsFirst : MembersFirst);

    public static IEnumerable<HomeCard> Second(Home home) => In(home, home.IsHeads ? HeadsSecond : MembersSecond);

    public static IEnumerable<HomeCard> In(HomeView home, HomePlace[] places) =>
        places.SelectMany(place => home.Cards.Where(card => card.Place == place));
}
