using System.Text;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>
/// Names of tables, columns and states as people read them: each feature has those of its own. What none of them names reads as its own
/// name in small letters.
/// </summary>
public sealed class AuditWords(IEnumerable<IAuditWords> features)
{
    /// <summary>What many tables have.</summary>
    private static readonly Dictionary<string, string> Common = new()
    {
        ["ArchivedAt"] = "Archived",
        ["CreatedAt"] = "Added on",
        ["At"] = "Time of day",
        ["WithdrawnAt"] = "Withdrawn",
        ["ConfirmedAt"] = "Confirmed on",
        ["KeyHash"] = "Key",
    };

    private readonly Dictionary<string, AuditThing> _things =
        features.SelectMany(feature => feature.Things).ToDictionary(thing => thing.Type.Name);

    /// <summary>Columns that name a row, the best first. Those of a whole name its parts.</summary>
    public static IReadOnlyList<string> NameProperties { get; } = ["Name", "Title", "Item", "Number", "DishId", "MemberId", "RoomId",
        "BillId", "FloorId", "UserId"];

    /// <summary>Identity's own names of what it keeps for two-step sign-in, in words; any other text as it is.</summary>
    public static string Named(string text) =>
        text switch { "AuthenticatorKey" => "key of the app", "RecoveryCodes" => "recovery codes", _ => text };

    public string Thing(string thing) => _things.GetValueOrDefault(thing)?.Words ?? Spaced(thing).ToLowerInvariant();

    public string Label(string thing, string property) =>
        _things.GetValueOrDefault(thing)?.Columns.GetValueOrDefault(property) ?? Common.GetValueOrDefault(property)
        ?? Spaced(property.Length > 2 && property.EndsWith("Id", StringComparison.Ordinal) ? property[..^2] : property);

    public string Of(Enum state) => features.Select(feature => feature.Of(state)).FirstOrDefault(words => words is not null)
        ?? Spaced(state.ToString());

    /// <summary>What the things of the trail are called today, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        if (ids.Length == 0)
            return names;
        foreach (var feature in features)
        {
            foreach (var name in await feature.NamesAsync(ids, cancellationToken))
                names[name.Id] = name.Name;
        }

        return names;
    }

    /// <summary>Every kind of thing that leaves entries, by its words, for people to choose from.</summary>
    public IReadOnlyList<Choice> AllThings(IModel model) =>
    [
        .. model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => type == typeof(Tenant)
                || (typeof(ITenantOwned).IsAssignableFrom(type) && !type.IsDefined(typeof(NotAuditedAttribute), false)))
            .Select(type => new Choice(type.Name, Thing(type.Name))).OrderBy(choice => choice.Words, StringComparer.Ordinal),
    ];

    /// <summary>RecordedBy becomes Recorded by.</summary>
    private static string Spaced(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
            words.Append(words.Length > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        return words.ToString();
    }
}
