using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Search;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Directory;

/// <summary>
/// Finds people by their names. Numbers are for those who manage accounts; others cannot ask for them by searching either.
/// </summary>
public sealed class PeopleSearch(PantryDb db) : ISearchSource
{
    public int Place => 2;

    public Permission Permission => Permission.ViewPeople;

    public async Task<IReadOnlyList<Hit>> FindAsync(SearchWords search, CancellationToken cancellationToken)
    {
        var manages = search.Person.May(Permission.ManageMembers);
        var byName = db.HaveWords("people", search.Words);
        var byNumber = db.HaveWords("people_by_number", search.Words);
        var people = await db.Members.AsNoTracking().OnFloorOrAny(search.FloorId)
            .Where(member => byName.Contains(member.Id) || (manages && byNumber.Contains(member.Id)))
            .OrderBy(member => NameOrder.Of(member.Name)).Take(SearchWords.MostHits)
            .Select(member => new { member.Id, member.Name, member.Number, Floor = (int?)member.Floor!.Number })
            .ToListAsync(cancellationToken);
        return
        [
            .. people.OrderBy(member => member.Name, NameOrder.Comparer)
                .Select(member => new Hit("person", "/People/Person/Member", member.Id, member.Name)
                {
                    Details = [manages ? member.Number : null],
                    Floor = member.Floor,
                }),
        ];
    }
}
