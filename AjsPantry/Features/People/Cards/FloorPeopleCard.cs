using AjsPantry.Features.People.Directory;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.People.Cards;

/// <summary>How many people each floor has, and who looks after it.</summary>
public sealed class FloorPeopleCard(PantryDb db) : IFloorsCard
{
    private static readonly FloorsQuestion<FloorCount> Counts = new((db, today) => db.Set<Member>()
        .Where(member => member.DeactivatedAt == null && member.FloorId != null).GroupBy(member => member.FloorId!.Value)
        .Select(floor => new FloorCount(floor.Key, floor.Count(), floor.Count(member => member.PasswordHash == null))));

    private static readonly FloorsQuestion<FloorHead> Heads = new((db, today) => db.Set<Member>()
        .Where(member => member.DeactivatedAt == null && member.FloorId != null && member.Role == Role.PantryHead)
        .OrderBy(member => NameOrder.Of(member.Name))
        .Select(member => new FloorHead(member.FloorId!.Value, member.Name == "" ? member.Number : member.Name)));

    public async Task ReadAsync(FloorsHome home, CancellationToken cancellationToken)
    {
        var counts = await Counts.AskAsync(db, home, cancellationToken);
        var heads = await Heads.AskAsync(db, home, cancellationToken);
        foreach (var row in home.Rows)
        {
            row.People = counts.FirstOrDefault(floor => floor.FloorId == row.Floor.Id)?.People ?? 0;
            row.Head = heads.FirstOrDefault(head => head.FloorId == row.Floor.Id)?.Name;
        }

        AddTile(home, counts.Where(floor => home.RowOf(floor.FloorId) is not null).Sum(floor => floor.Invited));
    }

    public IEnumerable<ToDo> ToDos(FloorsHome home)
    {
        var headless = FloorsToDo.Of(home.Rows.Where(row => row.Head is null), ToDoOrder.NoHead, "person-dash",
            "{0} has no pantry head", "{0} have no pantry head", "Nobody plans meals or records bills there.", "/People/Directory/Add",
            "Choose one");
        return headless is null ? [] : [headless with { Role = AddMemberModel.HeadWord }];
    }

    private static void AddTile(FloorsHome home, int invited)
    {
        var people = home.Rows.Sum(row => row.People);
        home.Tiles.Add(new(FloorsOrder.People, $"People on {home.Tenant.Floor}s", $"{people}", "",
            people == 0 ? "nobody yet" : invited == 0 ? "all have joined" : $"{invited} not joined yet"));
    }

    /// <param name="Invited">Of the people, those who have not opened their invitation.</param>
    private sealed record FloorCount(Guid FloorId, int People, int Invited);

    private sealed record FloorHead(Guid FloorId, string Name);
}
