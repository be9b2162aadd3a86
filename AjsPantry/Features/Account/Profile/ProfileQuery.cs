using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.Profile;

/// <summary>What the pantry knows of the signed-in person.</summary>
public sealed class ProfileQuery(PantryDb db, Scope scope)
{
    public Task<ProfileView> ReadAsync(CancellationToken cancellationToken)
    {
        var id = scope.Actor.Id;
        var stays = db.PresentStays;
        return db.Members.Where(member => member.Id == id)
            .Select(member => new ProfileView(
                member.Name, member.PhoneNumber, member.Email, member.TwoFactorEnabled,
                stays.Where(stay => stay.MemberId == id).OrderBy(stay => NameOrder.Of(stay.Room!.Name))
                    .Select(stay => stay.Room!.Name).ToList()))
            .AsNoTracking().SingleAsync(cancellationToken);
    }
}

public sealed record ProfileView(string Name, string? Phone, string? Email, bool HasSecondFactor, IReadOnlyList<string> Rooms);
