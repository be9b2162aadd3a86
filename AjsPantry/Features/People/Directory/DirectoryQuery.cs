using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Search;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Directory;

/// <summary>The people of a floor or of the whole tenant, a page at a time, by name.</summary>
public sealed class DirectoryQuery(PantryDb db, Scope scope, ReadCache cache)
{
    public const int PerPage = 50;

    /// <summary>What completes a member number to an address; null where addresses are typed.</summary>
    public Task<string?> MailDomainAsync(CancellationToken cancellationToken) =>
        db.Tenants.Select(tenant => tenant.MailDomain).SingleAsync(cancellationToken);

    /// <param name="floorId">Null for the whole tenant.</param>
    public async Task<DirectoryPage> ReadAsync(Guid? floorId, DirectoryFilter filter, int page, CancellationToken cancellationToken) =>
        // What somebody types is not worth remembering, and there is no end to it.
        filter.IsNarrow ? await AskAsync(floorId, filter, page, cancellationToken)
            : await cache.ReadAsync(("people", floorId, page), async () => await AskAsync(floorId, filter, page, cancellationToken));

    private async Task<DirectoryPage> AskAsync(Guid? floorId, DirectoryFilter filter, int page, CancellationToken cancellationToken)
    {
        var people = Narrow(db.Members.Where(member => floorId == null || member.FloorId == floorId), filter);
        var letters = await people.GroupBy(member => member.Name.Substring(0, 1).ToUpper())
            .Select(all =>
                new DirectoryLetter(all.Key, all.Count(), all.Count(member => member.PasswordHash == null && member.DeactivatedAt == null)))
            .ToListAsync(cancellationToken);
        var numbers = PageNumbers.Of(page, letters.Sum(letter => letter.People), PerPage);
        return new DirectoryPage(
            await ListAsync(people, numbers, cancellationToken), numbers, letters.Sum(letter => letter.Invited), Placed(letters));
    }

    /// <summary>The letters in the order of the list, each with the page on which its first name is.</summary>
    private static List<(string Letter, int Page)> Placed(List<DirectoryLetter> letters)
    {
        var before = 0;
        var placed = new List<(string Letter, int Page)>();
        foreach (var letter in letters.OrderBy(letter => letter.Letter, StringComparer.InvariantCulture))
        {
            placed.Add((letter.Letter, (before / PerPage) + 1));
            before += letter.People;
        }

        return placed;
    }

    private Task<List<ListedMember>> ListAsync(IQueryable<Member> people, PageNumbers numbers, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays;
        return numbers.Cut(people.OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Id))
            .Select(member => new ListedMember(
                member.Id, member.Name, member.Number, member.Role, member.Floor == null ? null : member.Floor.Name,
                member.DeactivatedAt != null ? MemberState.Deactivated : member.PasswordHash == null ? MemberState.Invited
                    : MemberState.Active,
                stays.Where(stay => stay.MemberId == member.Id).OrderBy(stay => NameOrder.Of(stay.Room!.Name))
                    .Select(stay => stay.Room!.Name).ToList()))
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Number, address and state of an account are for those who manage accounts; others cannot ask for them by searching either.
    /// </summary>
    private IQueryable<Member> Narrow(IQueryable<Member> people, DirectoryFilter filter)
    {
        var manages = scope.Actor.May(Permission.ManageMembers);
        people = (manages ? filter.OfState : null) switch
        {
            MemberState.Deactivated => people.Where(member => member.DeactivatedAt != null),
            MemberState.Invited => people.WithAccount().Where(member => member.PasswordHash == null),
            MemberState.Active => people.Where(Member.IsActive),
            _ => people.WithAccount(),
        };
        if (filter.OfRole is { } role)
            people = people.Where(member => member.Role == role);
        if (filter.Search == "")
            return people;
        var words = PlainWords.Of(filter.Search);
        var byName = db.HaveWords("people", words);
        var pattern = LikePattern.Containing(filter.Search);
        return people.Where(member => (words.Count > 0 && byName.Contains(member.Id))
            || (manages && (EF.Functions.ILike(member.Number, pattern, LikePattern.Escape)
                || EF.Functions.ILike(member.Email!, pattern, LikePattern.Escape))));
    }
}

/// <summary>How many names begin with a letter, and how many of these people have not joined.</summary>
public sealed record DirectoryLetter(string Letter, int People, int Invited);

/// <param name="Invited">Those among them who have never chosen a password.</param>
/// <param name="Letters">With which names begin, each with the page of its first name.</param>
public sealed record DirectoryPage(
    IReadOnlyList<ListedMember> People, PageNumbers Numbers, int Invited, IReadOnlyList<(string Letter, int Page)> Letters);

/// <param name="Floor">Null for admins.</param>
/// <param name="Rooms">The names of the rooms the person lives in now.</param>
public sealed record ListedMember(
    Guid Id, string Name, string Number, Role Role, string? Floor, MemberState State, IReadOnlyList<string> Rooms);
