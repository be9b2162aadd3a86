using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// On a floor: a year of Sunday breakfasts with what people thought of them, one photo, what things cost the last time, a tea that somebody
/// would swap, somebody who is away, and a head who asks to be.
/// </summary>
internal sealed class DemoYear(PantryDb db, TimeProvider clock)
{
    private const int Weeks = 50;

    /// <summary>From here on last week's own meals stand.</summary>
    private const int FirstWeek = 2;

    private static readonly (string Dish,
        int Liked)[] Meals = [("Misal pav", 4), ("Dhokla", 4), ("Appam and stew", 5), ("Bread upma", 3), ("Chole bhature", 5)];

    private static readonly (string Name, string Unit, decimal Quantity, decimal Price)[] Paid =
        [("Onion", "kg", 5, 162.50m), ("Green chilli", "g", 250, 28), ("Banana", "dozen", 4, 240), ("Milk", "ltr", 10, 640),
            ("Peanut oil", "ltr", 5, 925)];

    public async Task LoadAsync(Floor floor, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.Members.Where(member => member.FloorId == floor.Id).OrderBy(member => member.Number)
            .ToListAsync(cancellationToken);
        var rooms = await db.Set<Room>().Where(room => room.FloorId == floor.Id && room.ArchivedAt == null).OrderBy(room => room.Name)
            .ToListAsync(cancellationToken);
        var dishes = await DishesAsync(cancellationToken);
        foreach (var week in Enumerable.Range(FirstWeek, Weeks))
        {
            var (dish, liked) = Meals[week % Meals.Length];
            // The last two of them were on the table long ago, so that somebody misses them.
            if (liked == Meals[^1].Liked && week < 8)
                continue;
            var menu =
                new Menu
                {
                    FloorId = floor.Id,
                    Date = today.AddDays(-7 * week),
                    Meal = "breakfast",
                    DishId = dishes[dish].Id,
                    RoomId = rooms[week % rooms.Count].Id,
                    CreatedAt = clock.GetUtcNow()
                };
            db.Menus.Add(menu);
            foreach (var (index, person) in people.Index())
                db.Ratings
                    .Add(new Rating
                    {
                        MenuId = menu.Id,
                        MemberId = person.Id,
                        Stars = Math.Clamp(liked + ((week + index) % 3) - 1, 1, Rating.Most),
                        CreatedAt = clock.GetUtcNow()
                    });
        }

        AddPrices(floor, people[0], today);
        AddAbsence(floor, people, today);
        await db.SaveChangesAsync(cancellationToken);
        await AddPhotoAsync(floor, cancellationToken);
        await AddSwapAsync(floor, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<Dictionary<string, Dish>> DishesAsync(CancellationToken cancellationToken)
    {
        var known = await db.Dishes.ToDictionaryAsync(dish => dish.Name, cancellationToken);
        foreach (var (name, _) in Meals.Where(meal => !known.ContainsKey(meal.Dish)))
            db.Dishes
                .Add(known[name] =
                    new Dish
                    {
                        Name = name,
                        NormalName = DishName.Normal(name),
                        Category = DishCategory.Main,
                        CreatedAt = clock.GetUtcNow()
                    });
        await db.SaveChangesAsync(cancellationToken);
        return known;
    }

    /// <summary>Bought last month; on bills that the demo does not show.</summary>
    private void AddPrices(Floor floor, Member buyer, DateOnly today)
    {
        var form = Guid.CreateVersion7();
        var at = clock.GetUtcNow().AddDays(-30);
        foreach (var (position, thing) in Paid.Index())
        {
            db.ShoppingItems.Add(new ShoppingItem
            {
                FloorId = floor.Id,
                SubmissionId = form,
                Position = position,
                Name = thing.Name,
                Quantity = thing.Quantity,
                Unit = thing.Unit,
                Category = CategoryGuess.Of(thing.Name),
                State = ShoppingState.Billed,
                AddedById = buyer.Id,
                AddedAt = at,
                BoughtById = buyer.Id,
                BoughtAt = at,
                BoughtOn = today.AddDays(-30),
                BoughtQuantity = thing.Quantity,
                Price = thing.Price,
            });
        }
    }

    /// <summary>The tea manager is away for some days, and the head has agreed.</summary>
    private void AddAbsence(Floor floor, List<Member> people, DateOnly today)
    {
        var away = people.Find(person => person.Role == Role.TeaManager)!;
        var head = people.Find(person => person.Role == Role.PantryHead)!;
        if (floor.Number == 1)
            db.Requests
                .Add(new Request
                {
                    SubmissionId = Guid.CreateVersion7(),
                    FloorId = floor.Id,
                    MemberId = head.Id,
                    Kind = RequestKind.Absence,
                    From = today.AddDays(20),
                    Until = today.AddDays(23),
                    Reason = "My sister visits.",
                    CreatedAt = clock.GetUtcNow().AddDays(-1)
                });
        if (db.Requests
            .Any(request => request.MemberId == away.Id && request.Kind == RequestKind.Absence && request.From <= today.AddDays(1)
                && request.Until >= today))
            return;
        db.Requests
            .Add(new Request
            {
                SubmissionId = Guid.CreateVersion7(),
                FloorId = floor.Id,
                MemberId = away.Id,
                Kind = RequestKind.Absence,
                From = today,
                Until = today.AddDays(1),
                Reason = "At home for a wedding.",
                State = RequestState.Approved,
                DecidedById = head.Id,
                DecidedAt = clock.GetUtcNow(),
                CreatedAt = clock.GetUtcNow().AddDays(-3)
            });
    }

    private async Task AddPhotoAsync(Floor floor, CancellationToken cancellationToken)
    {
        var rating = await db.Ratings.Where(rating => rating.Menu!.FloorId == floor.Id && rating.Comment != null)
            .OrderByDescending(rating => rating.Menu!.Date).FirstOrDefaultAsync(cancellationToken);
        if (rating is null)
            return;
        db.RatingPhotos.Add(new RatingPhoto { RatingId = rating.Id, IsPng = false, Bytes = Plate() });
        rating.PhotoAt = rating.CreatedAt;
    }

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

    /// <summary>Somebody cannot make their tea next week and asks everybody.</summary>
    private async Task AddSwapAsync(Floor floor, DateOnly today, CancellationToken cancellationToken)
    {
        var duty = await db.TeaDuties
            .Where(duty => duty.FloorId == floor.Id && duty.State == TeaState.Planned && duty.Date > today.AddDays(1)
                && duty.Member!.Role == Role.Member).OrderBy(duty => duty.Date).FirstOrDefaultAsync(cancellationToken);
        if (duty is not null && !await db.TeaSwaps.AnyAsync(swap => swap.DutyId == duty.Id, cancellationToken))
            db.TeaSwaps
                .Add(new TeaSwap
                {
                    FloorId = floor.Id,
                    DutyId = duty.Id,
                    AskedById = duty.MemberId!.Value,
                    AskedOfId = null,
                    ReturnId = null,
                    Words = "I have an exam that morning.",
                    CreatedAt = clock.GetUtcNow()
                });
    }
}
