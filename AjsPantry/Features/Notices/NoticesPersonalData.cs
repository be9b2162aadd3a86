using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices;

/// <summary>What a person was told, and what they want to be told.</summary>
public sealed class NoticesPersonalData(PantryDb db) : IPersonalData
{
    public int Place => 4;

    public async Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        new("Notices", await NoticesAsync(memberId, cancellationToken)),
        new("WhatIAmTold", await WhatIAmToldAsync(memberId, cancellationToken)),
    ];

    private async Task<object?> NoticesAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Notices.Where(notice => notice.MemberId == memberId).OrderBy(notice => notice.CreatedAt)
            .Select(notice => new { notice.Kind, notice.Title, notice.Text, notice.CreatedAt, notice.ReadAt })
                .ToListAsync(cancellationToken);

    private async Task<object?> WhatIAmToldAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.NoticeSettings.Where(choice => choice.MemberId == memberId)
            .Select(choice => new { NotByMail = choice.NoMail, NotInTheInbox = choice.NoInbox, choice.QuietFrom, choice.QuietUntil })
                .SingleOrDefaultAsync(cancellationToken);
}
