using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Feedback.Ratings;

/// <summary>Ratings that tests need to be there.</summary>
internal static class RatingActs
{
    private static int _meals;

    /// <summary>What a person said of a meal of North.</summary>
    public static async Task<Guid> SayAsync(this PantryApp app, Guid menuId, Person person, int stars, string? comment = null)
    {
        var memberId = await app.IdAsync(person);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var rating =
                new Rating { MenuId = menuId, MemberId = memberId, Stars = stars, Comment = comment, CreatedAt = TestClock.Beginning };
            db.Ratings.Add(rating);
            await db.SaveChangesAsync();
            return rating.Id;
        });
    }

    /// <summary>A photo with a rating of Cast.Member, a new one unless it is given. Returns the rating's id.</summary>
    public static async Task<Guid> PhotoAsync(this PantryApp app, Guid? with = null)
    {
        var rating = with ?? await app.WordsAsync("With a photo");
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.RatingPhotos.Add(new RatingPhoto { RatingId = rating, IsPng = false, Bytes = Uploads.Photo() });
            (await db.Ratings.SingleAsync(row => row.Id == rating)).PhotoAt = TestClock.Beginning;
            await db.SaveChangesAsync();
        });
        return rating;
    }

    /// <summary>Words of Cast.Member about a meal of its own.</summary>
    public static async Task<Guid> WordsAsync(this PantryApp app, string words = "Crisp and hot")
    {
        var day = new DateOnly(2024, 1, 1).AddDays(Interlocked.Increment(ref _meals) % 400);
        return await app.SayAsync(await app.PlanAsync(day, $"Dish {Guid.NewGuid():N}"[..20]), Cast.Member, 4, words);
    }
}
