using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>When a person came to the floor. Meals from before that day are not theirs to rate.</summary>
internal static class Arrival
{
    /// <summary>Each moment at which the person joined or came, as a part of a command; none for who was here from the beginning.</summary>
    public static IQueryable<DateTimeOffset> Of(PantryDb db, Guid memberId)
    {
        var joined = db.Invitations.Where(link => link.MemberId == memberId && link.Kind == InvitationKind.Join && link.UsedAt != null);
        var moved = db.Members.Where(member => member.Id == memberId && member.CameAt != null);
        return joined.Select(link => link.UsedAt!.Value).Concat(moved.Select(member => member.CameAt!.Value));
    }

    /// <summary>The day on the tenant's clock.</summary>
    public static DateOnly Day(DateTimeOffset? at, TenantView tenant) =>
        at is { } moment ? DateOnly.FromDateTime(tenant.Local(moment).DateTime) : DateOnly.MinValue;
}
