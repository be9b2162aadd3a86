using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
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
        var pattern = search.Pattern;
        var people = await db.Members.AsNoTracking().OnFloorOrAny(search.FloorId)
            .Where(member => EF.Functions.ILike(member.Name, pattern, LikePattern.Escape)
                || (manages && EF.Functions.ILike(member.Number, pattern, LikePattern.Escape)))
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
