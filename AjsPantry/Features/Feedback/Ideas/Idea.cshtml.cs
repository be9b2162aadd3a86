using AjsPantry.Features.Feedback.Ideas.Comments;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>One idea, its answer, and its comments. Authors withdraw their own.</summary>
public sealed class IdeaModel(IdeasQuery query, WithdrawIdea withdraw) : IdeaPage(query)
{
    private readonly IdeasQuery _query = query;

    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<CommentView> Comments { get; private set; } = null!;

    public CommentOnIdea.Input Input { get; private set; } = new();

    public bool Answers => Person.May(Permission.AnswerIdeas);

    public PageLinks Pages =>
        new("/Feedback/Ideas/Idea", Comments.Number, Comments.HasMore, new Dictionary<string, string?> { ["id"] = $"{Id}" });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(P) is not { } page)
            return NotFound();
        Input = new() { SubmissionId = Guid.NewGuid() };
        Comments = await _query.CommentsAsync(Id, page, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (await withdraw.IdeaAsync(Floor.Id, Id, cancellationToken) is not { } outcome)
            return Forbid();
        Toast = outcome.IsDone ? "Your idea is withdrawn." : outcome.Messages[0].Text;
        return outcome.IsDone ? ToPage("Index") : ToIdea();
    }

    public async Task<IActionResult> OnPostWithdrawCommentAsync(Guid comment, CancellationToken cancellationToken)
    {
        if (!await withdraw.CommentAsync(Floor.Id, Id, comment, cancellationToken))
            return Forbid();
        Toast = "Your comment is withdrawn.";
        return ToIdea();
    }
}
