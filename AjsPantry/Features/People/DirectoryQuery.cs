using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People;

/// <summary>The people of a floor or of the whole tenant, a page at a time, by name.</summary>
public sealed class DirectoryQuery(PantryDb db, Caller caller)
{
    public const int PageSize = 20;

    /// <param name="floorId">Null for the whole tenant.</param>
    public async Task<DirectoryPage> ReadAsync(Guid? floorId, DirectoryFilter filter, CancellationToken cancellationToken)
    {
        var people = Narrow(db.Members.Where(member => floorId == null || member.FloorId == floorId), filter);
        var counts = await people.GroupBy(_ => 1)
            .Select(all => new { All = all.Count(), Invited = all.Count(member => member.PasswordHash == null && member.DeactivatedAt == null) })
            .SingleOrDefaultAsync(cancellationToken);
        var total = counts?.All ?? 0;
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        return new DirectoryPage(await PageAsync(people, page, cancellationToken), page, total, counts?.Invited ?? 0);
    }

    private Task<List<ListedMember>> PageAsync(IQueryable<Member> people, int page, CancellationToken cancellationToken)
    {
        var stays = db.RoomStays;
        return people.OrderBy(member => member.Name).ThenBy(member => member.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(member => new ListedMember(
                member.Id, member.Name, member.Number, member.Role, member.Floor == null ? null : member.Floor.Name,
                member.DeactivatedAt != null ? MemberState.Deactivated : member.PasswordHash == null ? MemberState.Invited : MemberState.Active,
                stays.Where(stay => stay.MemberId == member.Id && stay.Until == null).OrderBy(stay => stay.Room!.Name).Select(stay => stay.Room!.Name).ToList()))
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Number, address and state of an account are for those who manage accounts; others cannot ask for them by searching either.</summary>
    private IQueryable<Member> Narrow(IQueryable<Member> people, DirectoryFilter filter)
    {
        var manages = caller.Person!.May(Permission.ManageMembers);
        people = (manages ? filter.OfState : null) switch
        {
            MemberState.Deactivated => people.Where(member => member.DeactivatedAt != null),
            MemberState.Invited => people.Where(member => member.DeactivatedAt == null && member.PasswordHash == null),
            MemberState.Active => people.Where(member => member.DeactivatedAt == null && member.PasswordHash != null),
            _ => people.Where(member => member.DeactivatedAt == null),
        };
        if (filter.OfRole is { } role)
            people = people.Where(member => member.Role == role);
        if (filter.Search == "")
            return people;
        var pattern = "%" + filter.Search.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
        return people.Where(member => EF.Functions.ILike(member.Name, pattern, @"\")
            || (manages && (EF.Functions.ILike(member.Number, pattern, @"\") || EF.Functions.ILike(member.Email!, pattern, @"\"))));
    }
}

/// <param name="Page">The page shown, from 1; the last one when the address asked for more.</param>
/// <param name="Total">All that match.</param>
/// <param name="Invited">Those among them who have never chosen a password.</param>
public sealed record DirectoryPage(IReadOnlyList<ListedMember> People, int Page, int Total, int Invited)
{
    public int First => ((Page - 1) * DirectoryQuery.PageSize) + 1;

    public int Last => First + People.Count - 1;
}

/// <param name="Floor">Null for admins.</param>
/// <param name="Rooms">The names of the rooms the person lives in now.</param>
public sealed record ListedMember(Guid Id, string Name, string Number, Role Role, string? Floor, MemberState State, IReadOnlyList<string> Rooms);
