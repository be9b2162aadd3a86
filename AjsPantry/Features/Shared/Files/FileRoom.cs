using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Shared.Files;

/// <summary>A feature that keeps files which people send.</summary>
public interface IKeepsFiles
{
    /// <summary>How many bytes of them the residence has.</summary>
    Task<long> BytesAsync(CancellationToken cancellationToken);
}

/// <summary>
/// How much of people's files a residence may keep. Operators decide it, admins see it and are told in time. What comes in the very same
/// moment may pass the bound by a file or two.
/// </summary>
public sealed class FileRoom(PantryDb db, IEnumerable<IKeepsFiles> keepers, Notify notify)
{
    /// <summary>Of what is allowed, in percent: from here on admins know.</summary>
    public const int WarnAt = 80;

    private const string Settings = "/administration/settings";

    public async Task<FileRoomView> ReadAsync(CancellationToken cancellationToken)
    {
        var used = 0L;
        foreach (var keeper in keepers)
            used += await keeper.BytesAsync(cancellationToken);
        return new(used, await db.Tenants.Select(tenant => tenant.FileMegabytes).SingleAsync(cancellationToken));
    }

    /// <returns>Null when there is room for so many bytes; else what people are told.</returns>
    public async Task<string?> RefusalAsync(long bytes, CancellationToken cancellationToken)
    {
        var room = await ReadAsync(cancellationToken);
        return room.Used + bytes <= room.Allowed ? null
            : $"Your residence has no space for more photos and receipts: its {FileRoomView.Words(room.Megabytes)} MB are used. Tell an admin.";
    }

    /// <summary>Tells the admins, once for each allowance, when little room is left. Called when a file has been kept.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var room = await ReadAsync(cancellationToken);
        // The residence itself is what it is about, and each allowance is told once.
        var about = new Subject(db.TenantId, "files", $"{room.Megabytes}");
        if (room.Percent < WarnAt || await notify.HasToldAsync(about, cancellationToken))
            return;
        var admins = await db.Members.Where(member => member.Role == Role.Admin && member.DeactivatedAt == null)
            .Select(member => member.Id).ToListAsync(cancellationToken);
        var text =
            $"{room.InWords} When no space is left, nobody can add a photo or a receipt. Ask the people who run this pantry for more.";
        var news = new NoticeDraft(NoticeKind.Files, about, "Little space is left for photos and receipts", text, Settings);
        await notify.TellAsync(news, admins, cancellationToken);
        // Two files came at once, and the other one told them.
        await db.TrySaveAsync(cancellationToken, Notice.ToldIndex);
    }
}

/// <param name="Used">In bytes.</param>
/// <param name="Megabytes">What is allowed.</param>
public sealed record FileRoomView(long Used, int Megabytes)
{
    private const long Megabyte = 1024 * 1024;

    public long Allowed => Megabytes * Megabyte;

    public int Percent => (int)(Used * 100 / Allowed);

    /// <summary>Rounded up, so that what is there is never said to be nothing.</summary>
    public int UsedMegabytes => (int)((Used + Megabyte - 1) / Megabyte);

    public string InWords => $"{Words(UsedMegabytes)} of {Words(Megabytes)} MB is used.";

    public static string Words(int megabytes) => megabytes.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
