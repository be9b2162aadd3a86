namespace AjsPantry.Features.Shared.Audit;

/// <summary>
/// How the audit trail tells of the tables of a feature. The feature registers one of these; the trail asks all of them. A table that is
/// not listed reads as its own name in small letters.
/// </summary>
public interface IAuditWords
{
    IReadOnlyList<AuditThing> Things { get; }

    /// <summary>A state in words; null for one that the feature has no words for.</summary>
    string? Of(Enum state) => null;

    /// <summary>What the feature's rows among some are called today: a person, a dish with its day, whose turn it is and when.</summary>
    Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken);
}

/// <summary>A table as people read it.</summary>
/// <param name="Type">Its entity.</param>
public sealed record AuditThing(Type Type, string Words)
{
    /// <summary>What its columns are called, by the names of its properties, where those do not say it.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}

public sealed record ThingName(Guid Id, string Name);
