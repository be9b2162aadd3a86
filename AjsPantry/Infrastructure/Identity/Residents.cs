using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Who belongs where, in the words in which queries ask it.</summary>
public static class Residents
{
    extension(IQueryable<Member> members)
    {
        /// <summary>Whose account is on, whether they have joined or not.</summary>
        public IQueryable<Member> WithAccount() => members.Where(member => member.DeactivatedAt == null);

        /// <summary>Who lives on a floor: whoever belongs to it with an account that is on, whether they have joined or not.</summary>
        public IQueryable<Member> OnFloor(Guid floorId) => members.WithAccount().Where(member => member.FloorId == floorId);

        /// <summary>The same, on any floor where none is named.</summary>
        public IQueryable<Member> OnFloorOrAny(Guid? floorId) => floorId is { } one ? members.OnFloor(one) : members.WithAccount();

        /// <summary>Who lives on a floor and has joined.</summary>
        public IQueryable<Member> ActiveOnFloor(Guid floorId) =>
            members.Where(Member.IsActive).Where(member => member.FloorId == floorId);

        /// <summary>The admins of the tenant, whether they have joined or not.</summary>
        public IQueryable<Member> Admins() => members.WithAccount().Where(member => member.Role == Role.Admin);

        /// <summary>Somebody of that id is among them.</summary>
        public Task<bool> HoldsAsync(Guid id, CancellationToken cancellationToken) =>
            members.AnyAsync(member => member.Id == id, cancellationToken);
    }
}
