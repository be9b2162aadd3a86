using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Hiding;

/// <summary>Hides the words and photo of a rating, or a comment, with a reason that their author reads; or shows them again.</summary>
public static class HideWords
{
    public const int LongestReason = 300;

    /// <summary>Of every table of <see cref="IHideable"/> rows: all three or none.</summary>
    internal const string Constraint = "(hidden_at IS NULL) = (hidden_by_id IS NULL) AND (hidden_at IS NULL) = (hidden_reason IS NULL)";

    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write the reason. The author can read it.", LongestReason);

    public sealed class Handler(PantryDb db, Notify notify, Scope scope)
    {
        /// <returns>False when the floor has no such words of somebody else. What is hidden already stays as it is.</returns>
        public async Task<bool> HideAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.AnswerIdeas);
            if (await FindAsync(floorId, id, cancellationToken) is not { } found)
                return false;
            if (found.Words.HiddenAt is not null)
                return true;
            var reason = InputParser.Text(input.Reason);
            var words = found.Words;
            var now = scope.Now;
            words.HiddenAt = now;
            words.HiddenById = scope.Actor.Id;
            words.HiddenReason = reason;
            scope.Reason = reason;
            var about = new Subject(id, "hidden", $"{now.Ticks}");
            var text = $"{scope.Actor.Name}: {reason}";
            await notify.TellAsync(
                new NoticeDraft(NoticeKind.Idea, about, $"Your {found.What} is hidden", text, found.Path), [found.AuthorId],
                cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        /// <returns>False when the floor has no such words of somebody else.</returns>
        public async Task<bool> ShowAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.AnswerIdeas);
            if (await FindAsync(floorId, id, cancellationToken) is not { } found)
                return false;
            found.Words.HiddenAt = null;
            found.Words.HiddenById = null;
            found.Words.HiddenReason = null;
            await notify.WithdrawAsync(id, "hidden", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        private async Task<Found?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
        {
            var me = scope.Actor.Id;
            var rating = await WordsQuery.Rated(db, floorId, id, me).Include(row => row.Menu).ThenInclude(menu => menu!.Dish)
                .SingleOrDefaultAsync(cancellationToken);
            if (rating is not null)
                return new(rating, rating.MemberId, $"comment on {rating.Menu!.Dish!.Name}", "/feedback");
            var comment = await WordsQuery.Commented(db, floorId, id, me).SingleOrDefaultAsync(cancellationToken);
            return comment is null ? null : new(comment, comment.AuthorId, "comment on an idea", $"/feedback/ideas/{comment.IdeaId}");
        }

        private sealed record Found(IHideable Words, Guid AuthorId, string What, string Path);
    }
}
