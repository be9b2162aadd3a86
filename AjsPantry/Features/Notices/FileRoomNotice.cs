using AjsPantry.Features.Shared.Files;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices;

/// <summary>Tells the admins in time that little room is left for people's files.</summary>
public sealed class FileRoomNotice(PantryDb db, FileRoom files, Notify notify)
{
    private const string Settings = "/administration/settings";

    /// <summary>Tells the admins, once for each allowance, when little room is left. Called when a file has been kept.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var room = await files.ReadAsync(cancellationToken);
        // The residence itself is what it is about, and each allowance is told once.
        var about = new Subject(db.TenantId, "files", $"{room.Megabytes}");
        if (!room.IsShort || await notify.HasToldAsync(about, cancellationToken))
            return;
        var admins = await db.Members.Admins().Select(member => member.Id).ToListAsync(cancellationToken);
        var text =
            $"{room.InWords} When no space is left, nobody can add a photo or a receipt. Ask the people who run this pantry for more.";
        var news = new NoticeDraft(NoticeKind.Files, about, "Little space is left for photos and receipts", text, Settings);
        await notify.TellAsync(news, admins, cancellationToken);
        // Two files came at once, and the other one told them.
        await db.TrySaveAsync(cancellationToken, Notice.ToldIndex);
    }
}
