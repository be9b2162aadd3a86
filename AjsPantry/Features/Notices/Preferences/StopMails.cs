using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Preferences;

/// <summary>Ends mails of one kind for whoever holds the link of such a mail; in the link's tenant, whoever is signed in here.</summary>
public sealed class StopMails(StopLinks links, TenantScopes scopes)
{
    /// <returns>What the link ends; null for a link that this installation did not make, or whose person is gone.</returns>
    public async Task<StopOffer?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link)
            return null;
        await using var scope = scopes.Open(link.TenantId);
        return await OfferAsync(scope.ServiceProvider.GetRequiredService<PantryDb>(), link, cancellationToken);
    }

    /// <summary>Ends them, and takes back those that have not left. Doing it again changes nothing.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<StopOffer?> StopAsync(string token, string? address, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link)
            return null;
        try
        {
            return await StopAsync(link, address, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsConflict(RetryOnConflict.Taken))
        {
            // Sent twice as the person's first choice ever: the row is there now.
            return await StopAsync(link, address, cancellationToken);
        }
    }

    private async Task<StopOffer?> StopAsync(StopLink link, string? address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(link.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        if (await OfferAsync(db, link, cancellationToken) is not { } offer)
            return null;
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsHolder(offer.Name, address);
        var settings = await db.SettingsOfAsync(link.MemberId, cancellationToken);
        if (!settings.NoMail.Contains($"{link.Kind}"))
            settings.NoMail = [.. settings.NoMail, $"{link.Kind}"];
        db.OutboxMails.RemoveRange(await WaitingAsync(db, link, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return offer with { IsStopped = true };
    }

    private static async Task<List<OutboxMail>> WaitingAsync(PantryDb db, StopLink link, CancellationToken cancellationToken)
    {
        var told = db.Notices.Where(notice => notice.MemberId == link.MemberId && notice.Kind == link.Kind);
        return await db.OutboxMails.Where(mail => mail.SentAt == null && told.Any(notice => notice.Id == mail.NoticeId))
            .ToListAsync(cancellationToken);
    }

    private static Task<StopOffer?> OfferAsync(PantryDb db, StopLink link, CancellationToken cancellationToken)
    {
        var tenants = db.Tenants;
        var all = db.NoticeSettings;
        var kind = $"{link.Kind}";
        return db.Members.AsNoTracking().Where(member => member.Id == link.MemberId)
            .Select(member => new StopOffer(
                member.Name == "" ? member.Number : member.Name, tenants.Single().Name, link.Kind,
                all.Any(settings => settings.MemberId == member.Id && settings.NoMail.Contains(kind))))
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Name">Whose mails they are, as the mail itself says.</param>
/// <param name="IsStopped">They have ended.</param>
public sealed record StopOffer(string Name, string Residence, NoticeKind Kind, bool IsStopped);
