using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>A page about one request, for its person and for those who decide on their floor.</summary>
public abstract class RequestPage(RequestsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RequestView Asked { get; private set; } = null!;

    public bool IsMine => Asked.MemberId == Person.Id;

    public string Range => RequestWords.Range(Asked.From, Asked.Until, Today.Year);

    /// <summary>What the person was to do in that time, by day; read by the pages that show it.</summary>
    public IReadOnlyList<AffectedWork> Affected { get; protected set; } = [];

    public string AffectedWords => Affected.Count switch
    {
        0 => "No turns on these days",
        1 => "1 turn on these days",
        var count => $"{count} turns on these days",
    };

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, cancellationToken);
        Asked = found!;
        return found is not null;
    }
}
