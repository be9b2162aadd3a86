using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>What people of a floor would do better, by votes.</summary>
public sealed class IndexModel(IdeasQuery query) : FloorPage
{
    private const string Own = "mine";

    /// <summary>planned, done or declined, or mine; empty for the open ones.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<IdeaView> List { get; private set; } = null!;

    private IReadOnlyDictionary<IdeaState, int> _counts = new Dictionary<IdeaState, int>();

    public bool Shares => Person.May(Permission.ShareIdeas);

    /// <summary>The views to choose from: what the address says, and what people read.</summary>
    public IEnumerable<(string? Show, string Text)> Views =>
        [(null, Counted("Open", IdeaState.Open)), ("planned", Counted("Planned", IdeaState.Planned)), ("done", "Done"), ("declined", "Declined"), .. Shares ? [(Own, "Mine")] : Array.Empty<(string?, string)>()];

    public string Answer => (Show, CountOf(StateOf(Show) ?? IdeaState.Open)) switch
    {
        (Own, _) => List.Rows.Count == 0 ? "You have posted no idea yet" : "Your ideas",
        (null, 0) => "No idea is open",
        (null, 1) => "One idea is open",
        (null, var open) => $"{open} ideas are open",
        ("planned", 1) => "One idea is planned",
        ("planned", var planned) => planned == 0 ? "No idea is planned" : $"{planned} ideas are planned",
        ("done", 1) => "One idea came true",
        ("done", var done) => done == 0 ? "No idea came true yet" : $"{done} ideas came true",
        (_, 1) => "One idea is declined",
        (_, var declined) => declined == 0 ? "No idea is declined" : $"{declined} ideas are declined",
    };

    /// <summary>The address of what is shown, for votes to lead back to.</summary>
    public string Here => $"{Request.Path}{Request.QueryString}";

    public PageLinks Pages => new("/Feedback/Ideas/Index", List.Number, List.HasMore, new Dictionary<string, string?> { ["show"] = Show });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Show = string.IsNullOrEmpty(Show) ? null : Show;
        if (Paging.Number(P) is not { } page || !(Show == Own ? Shares : StateOf(Show) is not null))
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
        _ => null,
    };

    private string Counted(string text, IdeaState state) => CountOf(state) is > 0 and var count ? $"{text} {count}" : text;

    private int CountOf(IdeaState state) => _counts.GetValueOrDefault(state);
}
