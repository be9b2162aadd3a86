using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Feedback.Ideas;

/// <summary>Ideas that tests need to be there.</summary>
internal static class IdeaActs
{
    /// <summary>An idea of North with its votes, without telling anybody. Returns its id.</summary>
    public static async Task<Guid> IdeaAsync(
        this PantryApp app, string title, Person? author = null, Guid? dish = null, params Person[] votes)
    {
        var by = author ?? Cast.Member;
        var floor = await app.FloorAsync("North", by.Floor!.Value);
        var authorId = await app.IdAsync(by);
        var voters = await Task.WhenAll(votes.Select(app.IdAsync));
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var idea =
                new Idea
                {
                    FloorId = floor.Id,
                    SubmissionId = Guid.NewGuid(),
                    AuthorId = authorId,
                    Title = title,
                    Text = $"Why: {title}",
                    DishId = dish,
                    CreatedAt = TestClock.Beginning
                };
            db.Ideas.Add(idea);
            db.IdeaVotes
                .AddRange(voters.Select(voter => new IdeaVote { IdeaId = idea.Id, MemberId = voter, CreatedAt = TestClock.Beginning }));
            await db.SaveChangesAsync();
            return idea.Id;
        });
    }

    /// <summary>An idea that the head has declined, without telling anybody.</summary>
    public static async Task DeclinedIdeaAsync(this PantryApp app, string title, string word)
    {
        var id = await app.IdeaAsync(title);
        var head = await app.IdAsync(Cast.Head);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var idea = await db.Ideas.SingleAsync(idea => idea.Id == id);
            idea.State = IdeaState.Declined;
            idea.Answer = word;
            idea.AnsweredById = head;
            idea.AnsweredAt = TestClock.Beginning;
            await db.SaveChangesAsync();
        });
    }

    public static Task<Idea> IdeaAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North",
            db => db.Ideas.AsNoTracking().Include(idea => idea.Votes).Include(idea => idea.Comments).SingleAsync(idea => idea.Id == id));

    public static async Task<WebPage> AnswerAsync(this PantryApp app, Guid id, IdeaState state, string word = "", Person? by = null) =>
        await (await (await app.SignInAsync(by ?? Cast.Head)).GetAsync($"/feedback/ideas/{id}/answer"))
            .SubmitAsync(new() { ["Input.State"] = $"{state}", ["Input.Word"] = word });

    public const string Address = "/feedback/ideas";

    public static async Task<WebPage> PostAsync(Visitor visitor, string title, string text, string dish = "") =>
        await (await visitor.GetAsync($"{Address}/add"))
            .SubmitAsync(new() { ["Input.Title"] = title, ["Input.Text"] = text, ["Input.Dish"] = dish });
}
