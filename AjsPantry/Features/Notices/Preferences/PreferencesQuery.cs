using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Preferences;

/// <summary>What the signed-in person has chosen to be told.</summary>
public sealed class PreferencesQuery(PantryDb db, Scope scope)
{
    public Task<PreferencesView> ReadAsync(CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        var all = db.NoticeSettings;
        return db.Members.AsNoTracking().Where(member => member.Id == me)
            .Select(member => new PreferencesView(member.Email, all.FirstOrDefault(settings => settings.MemberId == me)))
                .SingleAsync(cancellationToken);
    }
}

/// <param name="Email">Null while nobody knows one.</param>
/// <param name="Settings">Null while the person has chosen nothing: everything comes both ways, at any hour.</param>
public sealed record PreferencesView(string? Email, NoticeSettings? Settings);
