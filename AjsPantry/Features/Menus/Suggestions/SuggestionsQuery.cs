using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>What people of a floor suggested.</summary>
public sealed class SuggestionsQuery(PantryDb db)
{
    /// <summary>Those that wait by their day, then the others, the latest first.</summary>
    public Task<PageOf<SuggestionView>> ReadAsync(Guid floorId, DateOnly today, int page, CancellationToken cancellationToken) =>
        Of(db.MealSuggestions.Where(wish => wish.FloorId == floorId)
            .Select(wish => new
            {
                Wish = wish,
                Waits = wish.State == SuggestionState.Waiting && wish.Date >= today && wish.Member!.DeactivatedAt == null
                    && wish.Member.FloorId == floorId
            })
            .OrderBy(row => row.Waits ? 0 : 1).ThenBy(row => row.Waits ? (DateOnly?)row.Wish.Date : null)
            .ThenByDescending(row => row.Wish.Date).ThenByDescending(row => row.Wish.Id).Select(row => row.Wish))
                .PageAsync(page, cancellationToken);

    /// <summary>How many wait for an answer.</summary>
    public Task<int> WaitingAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken) =>
        db.MealSuggestions.Where(MealSuggestion.Waits(today)).CountAsync(wish => wish.FloorId == floorId, cancellationToken);

    /// <returns>Null when the floor has no such suggestion.</returns>
    public Task<SuggestionView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Of(db.MealSuggestions.Where(wish => wish.FloorId == floorId && wish.Id == id)).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<SuggestionView> Of(IQueryable<MealSuggestion> wishes)
    {
        var members = db.Members;
        return wishes.AsNoTracking().Select(wish => new SuggestionView(
            wish.Id, wish.Date, wish.Dish, wish.Side, wish.Notes, wish.State, wish.Answer, wish.MemberId, wish.Member!.Name,
            members.Where(member => member.Id == wish.AnsweredById).Select(member => member.Name).FirstOrDefault(), wish.AnsweredAt,
            wish.MenuId, wish.CreatedAt,
            wish.Member.DeactivatedAt != null || wish.Member.FloorId != wish.FloorId));
    }
}

/// <param name="By">Who suggested it.</param>
/// <param name="AnsweredBy">Who accepted, declined or took it back.</param>
/// <param name="MenuId">The meal that came of it.</param>
/// <param name="HasLeft">The person who suggested it no longer lives on the floor.</param>
public sealed record SuggestionView(
    Guid Id, DateOnly Date, string Dish, string? Side, string? Notes, SuggestionState State, string? Answer, Guid MemberId, string By,
    string? AnsweredBy, DateTimeOffset? AnsweredAt, Guid? MenuId, DateTimeOffset CreatedAt, bool HasLeft)
{
    /// <summary>Masala poha with mint chutney.</summary>
    public string Words => Side is null ? Dish : $"{Dish} with {Side}";

    /// <summary>
    /// Somebody may still answer it. One whose day has passed or whose person has left got no answer; nothing is written for that.
    /// </summary>
    public bool Waits(DateOnly today) => State == SuggestionState.Waiting && Date >= today && !HasLeft;

    /// <summary>How it stands, in a word or two.</summary>
    public string Standing(DateOnly today) => State switch
    {
        SuggestionState.Waiting => Waits(today) ? "Waiting" : "No answer",
        SuggestionState.Accepted => "On the menu",
        SuggestionState.Declined => "Declined",
        SuggestionState.Withdrawn => "Withdrawn",
        _ => State.ToString(),
    };
}
