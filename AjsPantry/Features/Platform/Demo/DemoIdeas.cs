using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Menus;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>On a floor: ideas in every state, voted for and talked about; one of them about a dish of its menus.</summary>
internal sealed class DemoIdeas(PantryDb db, TimeProvider clock)
{
    public async Task LoadAsync(Floor floor, CancellationToken cancellationToken)
    {
        var people = await db.Members.Where(member => member.FloorId == floor.Id).OrderBy(member => member.Number)
            .ToListAsync(cancellationToken);
        var head = people.First(member => member.Role == Role.PantryHead);
        var others = people.Where(member => member != head).ToList();
        var dish = await db.Menus.Where(menu => menu.FloorId == floor.Id && menu.CancelledAt == null).OrderBy(menu => menu.Date)
            .Select(menu => (Guid?)menu.DishId).FirstOrDefaultAsync(cancellationToken);
        var fruit = Post(floor, others[0], 9, "Fruit bowl on Fridays",
            "The market has cheap bananas and oranges every Friday morning. One bowl on the table would do.", people);
        Say(fruit, others[^1], "I can bring them on my way from the bus.");
        Post(floor, others[^1], 6, "Less oil, please", "It is good, but half the oil would do. Many leave some of it.", others, dish);
        Answer(Post(floor, others[0], 20, "A second kettle for the morning", "At half past six three of us wait for one kettle.", others),
            head, IdeaState.Planned, "With the next budget.");
        Answer(Post(floor, others[^1], 40, "Labels on the spice tins", "Jeera and saunf look the same at six in the morning.", [head]),
            head, IdeaState.Done, "Written on Sunday.");
        Answer(Post(floor, others[0], 50, "Order dinner in on Saturdays", "Nobody wants to cook on Saturday evening.", []), head,
            IdeaState.Declined, "It costs as much as three days of shopping.");
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private Idea Post(Floor floor, Member author, int daysAgo, string title, string text, IEnumerable<Member> voters, Guid? dish = null)
    {
        var at = clock.GetUtcNow().AddDays(-daysAgo);
        var idea =
            new Idea
            {
                FloorId = floor.Id,
                SubmissionId = Guid.CreateVersion7(),
                AuthorId = author.Id,
                Title = title,
                Text = text,
                DishId = dish,
                CreatedAt = at
            };
        db.Ideas.Add(idea);
        db.IdeaVotes.AddRange(voters.Select(voter => new IdeaVote { IdeaId = idea.Id, MemberId = voter.Id, CreatedAt = at.AddHours(2) }));
        return idea;
    }

    private void Say(Idea idea, Member author, string text) =>
        db.IdeaComments
            .Add(new IdeaComment
            {
                IdeaId = idea.Id,
                SubmissionId = Guid.CreateVersion7(),
                AuthorId = author.Id,
                Text = text,
                CreatedAt = idea.CreatedAt.AddHours(5)
            });

    private static void Answer(Idea idea, Member head, IdeaState state, string word)
    {
        idea.State = state;
        idea.Answer = word;
        idea.AnsweredById = head.Id;
        idea.AnsweredAt = idea.CreatedAt.AddDays(1);
    }
}
