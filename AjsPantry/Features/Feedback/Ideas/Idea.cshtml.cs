using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>One idea, what becomes of it, and what people say to it.</summary>
public sealed class IdeaModel(IdeasQuery query) : IdeaPage(query)
{
    private readonly IdeasQuery _query = query;

    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<SaidToIdea> Comments { get; private set; } = null!;

    public CommentOnIdea.Input Input { get; private set; } = new();

    public bool Answers => Person.May(Permission.AnswerIdeas);

    public PageLinks Pages => new("/Feedback/Ideas/Idea", Comments.Number, Comments.HasMore, new Dictionary<string, string?> { ["id"] = $"{Id}" });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(P) is not { } page)
            return NotFound();
        Input = new() { SubmissionId = Guid.NewGuid() };
        Comments = await _query.CommentsAsync(Id, page, cancellationToken);
        return Page();
    }
}
