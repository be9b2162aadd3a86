using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Meals;
using SkiaSharp;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// On a floor: a year of Sunday breakfasts and the meals of last week, with what everybody but the cooks thought of them, and one photo.
/// Yesterday's meal and today's wait.
/// </summary>
internal sealed class DemoRatings(DemoStage stage, DemoFloor floor, DemoKitchen kitchen)
{
    private const int Weeks = 50;

    /// <summary>From here on last week's own meals stand.</summary>
    private const int FirstWeek = 2;

    private static readonly (string Dish, int Liked)[] Meals =
        [("Misal pav", 4), ("Dhokla", 4), ("Appam and stew", 5), ("Bread upma", 3), ("Chole bhature", 5)];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var week in Enumerable.Range(FirstWeek, Weeks).Reverse())
            await LoadWeekAsync(week, cancellationToken);
        var praised = kitchen.Meals.LastOrDefault(meal => meal.Date < stage.Today.AddDays(-1) && IsPraised(meal));
        foreach (var meal in kitchen.Meals.Where(meal => meal.Date < stage.Today.AddDays(-1)))
        {
            foreach (var (index, person) in Eaters(meal))
                await RateAsync(meal, person, new()
                {
                    Stars = DemoText.Of(3 + ((index + meal.Date.Day) % 3)),
                    Comment = person == floor.Head && IsPraised(meal) ? "Just right, and warm." : null,
                    Photo = person == floor.Head && meal == praised ? DemoFile.Of("plate.jpg", Plate()) : null,
                }, cancellationToken);
        }
    }

    private async Task LoadWeekAsync(int week, CancellationToken cancellationToken)
    {
        var (dish, liked) = Meals[week % Meals.Length];
        // The last two of them were on the table long ago, so that somebody misses them.
        if (liked == Meals[^1].Liked && week < 8)
            return;
        var meal = await PlanAsync(stage.Today.AddDays(-7 * week), dish, kitchen.Rooms[week % kitchen.Rooms.Count], cancellationToken);
        foreach (var (index, person) in Eaters(meal))
        {
            var stars = Math.Clamp(liked + ((week + index) % 3) - 1, 1, Rating.Most);
            await RateAsync(meal, person, new() { Stars = DemoText.Of(stars) }, cancellationToken);
        }
    }

    private Task<Menu> PlanAsync(DateOnly day, string dish, DemoRoom room, CancellationToken cancellationToken)
    {
        var input = new MenuInput { Date = DemoText.Of(day), Meal = "breakfast", Dish = dish, Room = room.Id.ToString() };
        return stage.DoAsync(floor.Head, stage.At(day.AddDays(-1), 18), input,
            (PlanMenu meals) => meals.AddAsync(floor.Id, input, cancellationToken));
    }

    /// <summary>Whoever cooked does not say how it tasted.</summary>
    private IEnumerable<(int Index, DemoMember Person)> Eaters(Menu meal) =>
        floor.People.Index().Where(each => !kitchen.Rooms.Single(room => room.Id == meal.RoomId).People.Contains(each.Item));

    private bool IsPraised(Menu meal) => meal.Date.Day % 3 == 0 && Eaters(meal).Any(each => each.Person == floor.Head);

    private Task<Rating> RateAsync(Menu meal, DemoMember person, RateMeal.Input input, CancellationToken cancellationToken) =>
        stage.ChangeAsync(person, stage.At(meal.Date, 9), input,
            (RateMeal.Handler ratings) => ratings.HandleAsync(floor.Id, meal.Id, input, cancellationToken));

    /// <summary>A plate with something round on it, plainly drawn.</summary>
    private static byte[] Plate()
    {
        using var picture = new SKBitmap(640, 480);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(new SKColor(0xd9, 0xc7, 0xa8));
        foreach (var (colour, radius) in ((SKColor, int)[])[(new(0xfb, 0xfa, 0xf7), 200), (new(0xea, 0xe2, 0xe7), 150),
            (new(0xf5, 0xb9, 0x2e), 120)])
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawCircle(320, 240, radius, paint);
        }

        using var file = picture.Encode(SKEncodedImageFormat.Jpeg, 82);
        return file.ToArray();
    }
}
