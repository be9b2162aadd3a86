using AjsPantry.Features.Administration.Audit;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Platform;

/// <summary>What operators did: the trail of the platform's own tenant.</summary>
public sealed class PlatformAuditModel(AuditQuery query, AuditWords words) : AuditTrailPage(query, words)
{
    public override (string Page, string File) Places => ("/Platform/Audit", "/Platform/AuditDownload");

    /// <summary>The page of a residence leads here, and most need no operator for long.</summary>
    public override (string Answer, string Words) WhenEmpty => At is null && Filter.Values is { Count: 1 } && Filter.Of is not null
        ? ("Operators have done nothing here yet", "What they do for this residence will show here.")
        : base.WhenEmpty;

    /// <summary>Operators do few things, so only those are offered that somebody did.</summary>
    protected override async Task<IReadOnlyList<Choice>> ThingsAsync(CancellationToken cancellationToken)
    {
        var things = await Query.ThingsAsync(cancellationToken);
        return [.. things.Select(thing => new Choice(thing, InWords(thing))).OrderBy(choice => choice.Words, StringComparer.Ordinal)];
    }

    private string InWords(string thing) => thing == nameof(Tenant) ? "residence" : Words.Thing(thing);
}
