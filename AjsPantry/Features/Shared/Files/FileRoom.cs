using AjsPantry.Infrastructure.Persistence;
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
public sealed class FileRoom(PantryDb db, IEnumerable<IKeepsFiles> keepers)
{
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
}

/// <param name="Used">In bytes.</param>
/// <param name="Megabytes">What is allowed.</param>
public sealed record FileRoomView(long Used, int Megabytes)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Of what is allowed, in percent: from here on admins know.</summary>
    private const int WarnAt = 80;

    public long Allowed => Megabytes * Megabyte;

    public int Percent => (int)(Used * 100 / Allowed);

    public bool IsShort => Percent >= WarnAt;

    /// <summary>Rounded up, so that what is there is never said to be nothing.</summary>
    public int UsedMegabytes => (int)((Used + Megabyte - 1) / Megabyte);

    public string InWords => $"{Words(UsedMegabytes)} of {Words(Megabytes)} MB is used.";

    public static string Words(int megabytes) => megabytes.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
