using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ratings.Photos;

/// <summary>The photo of a rating, for those who may read the floor's ratings.</summary>
public sealed class PhotoFileModel(MealPhotos photos) : FloorPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, bool small, CancellationToken cancellationToken)
    {
        if (await photos.FindAsync(Floor.Id, id, Person.Id, Person.May(Permission.AnswerIdeas), small, cancellationToken) is not { } photo)
            return NotFound();
        HttpContext.SendInert();
        Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        Response.Headers.ContentDisposition = "inline";
        return new FileContentResult(photo.Bytes, photo.IsPng ? "image/png" : "image/jpeg");
    }
}
