using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>What people of a floor would do better, by votes.</summary>
public sealed class IdeaListModel(IdeasQuery query) : FloorPage
{
    private const string Own = "mine";

    /// <summary>planned, done, declined or hidden, or mine; empty for the open ones.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<IdeaView> List { get; private set; } = null!;

    private IReadOnlyDictionary<IdeaState, int> _counts = new Dictionary<IdeaState, int>();

    public bool Answers => Person.May(Permission.AnswerIdeas);

    public bool Shares => Person.May(Permission.ShareIdeas);

    /// <summary>The views to choose from: what the address says, and what people read.</summary>
    public IEnumerable<(string? Show, string Text)> Views =>
        [(null, "Open"), ("planned", "Planned"), ("done", "Done"), ("declined", "Declined"),
            .. Shares ? [(Own, "Mine")] : Array.Empty<(string?, string)>(),
            .. Answers ? [("hidden", "Hidden")] : Array.Empty<(string?, string)>()];

    public string Answer => (Show, CountOf(StateOf(Show) ?? IdeaState.Open)) switch
    {
        (Own, _) => List.Rows.Count == 0 ? "You have no ideas yet" : "Your ideas",
        (var show, 0) => $"No {show ?? "open"} ideas",
        (var show, 1) => $"1 {show ?? "open"} idea",
        (var show, var count) => $"{count} {show ?? "open"} ideas",
    };

    /// <summary>The address of what is shown, for votes to lead back to.</summary>
    public string Here => $"{Request.Path}{Request.QueryString}";

    public PageLinks Pages => new("/Feedback/Ideas/Index", List.Number, List.HasMore, new Dictionary<string, string?> { ["show"] = Show });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Show = string.IsNullOrEmpty(Show) ? null : Show;
        if (Paging.Number(P) is not { } page || !(Show == Own ? Shares : Show == "hidden" ? Answers : StateOf(Show) is not null))
            return NotFound();
        _counts = await query.CountsAsync(Floor.Id, cancellationToken);
        List = await query.PageAsync(Floor.Id, StateOf(Show), page, cancellationToken);
        return Page();
    }

    private static IdeaState? StateOf(string? show) => show switch
    {
        null => IdeaState.Open,
        "planned" => IdeaState.Planned,
        "done" => IdeaState.Done,
        "declined" => IdeaState.Declined,
        "hidden" => IdeaState.Hidden,
        _ => null,
    };

    private int CountOf(IdeaState state) => _counts.GetValueOrDefault(state);
}
