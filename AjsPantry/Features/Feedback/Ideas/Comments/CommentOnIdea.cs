using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas.Comments;

/// <summary>Comments on an idea of one's own floor, also when it is answered.</summary>
public static class CommentOnIdea
{
    public sealed record Input
    {
        /// <summary>Made with the form.</summary>
        public Guid SubmissionId { get; set; }

        public string? Text { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Text).Must(typed => InputParser.Lines(typed) != "").WithMessage("Write your comment.");
            RuleFor(input => input.Text).Must(typed => InputParser.Lines(typed).Length <= IdeaComment.LongestText)
                .WithMessage($"Use {IdeaComment.LongestText} characters at most.");
        }
    }

    public sealed class Handler(PantryDb db, Scope scope, IdeaNotice news)
    {
        /// <summary>Says it once, however often the form is sent.</summary>
        /// <returns>Null when the floor has no such idea.</returns>
        public async Task<Outcome<IdeaComment>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ShareIdeas);
            if (await db.Ideas.AsNoTracking().Where(Idea.IsShown)
                .SingleOrDefaultAsync(idea => idea.FloorId == floorId && idea.Id == id, cancellationToken) is not { } idea)
                return null;
            var me = scope.Actor.Id;
            var comment =
                new IdeaComment
                {
                    IdeaId = id,
                    SubmissionId = input.SubmissionId,
                    AuthorId = me,
                    Text = InputParser.Lines(input.Text),
                    CreatedAt = scope.Now
                };
            db.IdeaComments.Add(comment);
            await news.CommentedAsync(idea, comment, scope.Actor.Name, cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken, IdeaComment.SubmissionIndex, Notice.ToldIndex))
                return await db.IdeaComments.AsNoTracking()
                    .SingleOrDefaultAsync(sent => sent.SubmissionId == input.SubmissionId && sent.AuthorId == me && sent.IdeaId == id,
                        cancellationToken) is { } before
                    ? SentForm.Again(before, comment, sent => sent.Text)
                    : new FieldMessage("", "This form was already used. Your comment is still below. Send it again.");
            return comment;
        }
    }
}
