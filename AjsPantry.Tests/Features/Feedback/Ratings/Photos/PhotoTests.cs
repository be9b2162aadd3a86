using System.Net.Http.Headers;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Menus;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace AjsPantry.Tests.Features.Feedback.Ratings.Photos;

/// <summary>Photos of meals. Every test has a day of its own before Sunday 15 March 2026.</summary>
public sealed class PhotoTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_photo_stands_with_the_rating_for_the_floor_and_nobody_else()
    {
        var (meal, rating) = await RatedAsync(14, Uploads.Photo(2000, 1000));
        var address = $"/feedback/photos/{rating.Id}";
        var answer = await (await app.SignInAsync(Cast.TeaManager)).Client.GetAsync(address);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((1600, 800), (picture.Width, picture.Height));
        Assert.NotNull((await (await app.SignInAsync(Cast.Head)).GetAsync("/feedback")).Document.QuerySelector($"img[src*='{address}']"));
        Assert.Equal(200, (int)(await (await app.SignInAsync(Cast.Admin)).Client.GetAsync(address + "?floor=1")).StatusCode);
        foreach (var other in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantMember])
            Assert.Equal(404, (await (await app.SignInAsync(other)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/feedback/photos/{Guid.NewGuid()}")).Status);
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        // Who took it takes it along with all else that is theirs.
        Assert.Contains("\"photo\": \"/9j/",
            await (await (await app.SignInAsync(Cast.Member)).GetAsync("/account/export")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);

        // Taken back, it is gone.
        Assert.Equal(302,
            (await (await (await app.SignInAsync(Cast.Member)).GetAsync($"/feedback/{meal}")).SubmitAsync(
                [], button: "handler=Withdraw")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.TeaManager)).GetAsync(address)).Status);
        Assert.Equal(0, await app.ReadAsync("North", db => db.RatingPhotos.CountAsync(photo => photo.RatingId == rating.Id)));
    }

    [Fact]
    public async Task Another_photo_takes_its_place_and_the_author_may_take_it_away()
    {
        var (meal, rating) = await RatedAsync(13, Uploads.Photo());
        await SendAsync(meal, Uploads.Photo(40, 40, SKEncodedImageFormat.Png));
        Assert.Equal(1, await app.ReadAsync("North", db => db.RatingPhotos.CountAsync(photo => photo.RatingId == rating.Id)));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/feedback/{meal}");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Stars"] = "4", ["Input.WithoutPhoto"] = "true" })).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/feedback/photos/{rating.Id}")).Status);
        Assert.Null((await app.ReadAsync("North", db => db.Ratings.AsNoTracking().SingleAsync(row => row.Id == rating.Id))).PhotoAt);
    }

    [Fact]
    public async Task A_photo_may_come_from_the_gallery()
    {
        var page = await (await app.SignInAsync(Cast.Member))
            .GetAsync($"/feedback/{await app.PlanAsync(new DateOnly(2026, 3, 5), "Gallery")}");
        Assert.Null(page.Document.QuerySelector("#Input_Photo")!.GetAttribute("capture"));
    }

    [Theory]
    [InlineData(12, "<script>alert(1)</script>", "It is not a photo")]
    [InlineData(11, "%PDF-1.7\n%%EOF", "It is not a photo")]
    [InlineData(10, "\u00ff\u00d8\u00ff", "cannot be opened")]
    [InlineData(8, "\0\0\0\u0018ftypheic", "cannot be opened")]
    [InlineData(7, "\0\0\0\u001cftypavif", "cannot be opened")]
    [InlineData(6, "\0\0\0\u001cftypisom", "It is a video, not a photo. Take a photo of the meal.")]
    public async Task What_is_no_photo_is_refused_and_nothing_is_saved(int day, string content, string error)
    {
        var meal = await app.PlanAsync(new DateOnly(2026, 3, day), $"Photo {day}");
        var answer = await SendAsync(meal, System.Text.Encoding.Latin1.GetBytes(content));
        Assert.Contains(error, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync("North", db => db.Ratings.CountAsync(rating => rating.MenuId == meal)));
    }

    [Fact]
    public void A_machine_that_cannot_open_a_format_says_which() =>
        Assert.Equal("This format (HEIC or AVIF) cannot be opened here. Send it as JPEG.",
            MealPhotos.WhyNot([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0]).Text);

    [Fact]
    public async Task What_is_too_large_is_answered_in_words()
    {
        var meal = await app.PlanAsync(new DateOnly(2026, 3, 9), "Photo 9");
        var answer = await SendAsync(meal, new byte[MealPhotos.MostOfForm + 1]);
        Assert.Contains("toolarge", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("larger than 10 MB", (await (await app.SignInAsync(Cast.Member)).GetAsync($"/feedback/{meal}?toolarge=yes")).Text,
            StringComparison.Ordinal);
    }

    private async Task<(Guid Meal, Rating Rating)> RatedAsync(int day, byte[] photo)
    {
        var meal = await app.PlanAsync(new DateOnly(2026, 3, day), $"Photo {day}");
        Assert.Equal(302, (int)(await SendAsync(meal, photo)).StatusCode);
        return (meal, await app.ReadAsync("North", db => db.Ratings.AsNoTracking().SingleAsync(rating => rating.MenuId == meal)));
    }

    private async Task<HttpResponseMessage> SendAsync(Guid meal, byte[] content)
    {
        var visitor = await app.SignInAsync(Cast.Member);
        var token = (await visitor.GetAsync($"/feedback/{meal}")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("4"), "Input.Stars" } };
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(part, "Input.Photo", "plate.jpg");
        return await visitor.Client.PostAsync($"/feedback/{meal}", form);
    }
}
