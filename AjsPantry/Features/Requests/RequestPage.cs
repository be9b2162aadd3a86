using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Pages;

namespace AjsPantry.Features.Requests;

/// <summary>A page about one request, for its person and for those who decide on their floor.</summary>
public abstract class RequestPage(RequestsQuery query) : ThingPage<RequestView>
{
    public RequestView Asked => Thing;

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

    protected override Task<RequestView?> ReadAsync(CancellationToken cancellationToken) =>
        query.FindAsync(Floor.Id, Id, cancellationToken);
}
