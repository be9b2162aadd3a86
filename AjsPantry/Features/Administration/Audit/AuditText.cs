using System.Globalization;
using System.Text.Json;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>
/// One entry on its way into words. What a value is (an amount, a day, a reference) follows from the model, so that a new table
/// reads well without anybody thinking of this.
/// </summary>
internal sealed class AuditText
{
    /// <summary>Amounts have two decimals, quantities three.</summary>
    private const int MoneyScale = 2;

    /// <summary>They only tell rows apart, or are the same for everybody: each account may be locked after wrong passwords.</summary>
    private static readonly HashSet<string> Untold = ["Id", "LoginProvider", "Sha256", "Checksum", "LockoutEnabled"];

    private readonly AuditWords _words;
    private readonly AuditEntry _entry;
    private readonly IEntityType? _type;
    private readonly Dictionary<string, JsonElement> _before;
    private readonly Dictionary<string, JsonElement> _after;

    public AuditText(AuditWords words, IModel model, AuditEntry entry)
    {
        _words = words;
        _entry = entry;
        _type = model.GetEntityTypes().FirstOrDefault(type => type.ClrType.Name == entry.Thing);
        _before = Read(entry.Before);
        _after = Read(entry.After);
    }

    /// <summary>Ids whose names the words need.</summary>
    public IEnumerable<Guid> Mentioned => _before.Concat(_after).Select(value => AsId(value.Value)).OfType<Guid>().Append(_entry.ThingId);

    public AuditView InWords(IReadOnlyDictionary<Guid, string> names, TenantView tenant) => new(
        _entry.At, _entry.ActorName, _entry.Address, _entry.Kind, tenant.InWords(ThingFor(tenant)), _entry.ThingId, NameOf(names),
        _entry.Reason,
        [.. _before.Keys.Union(_after.Keys).Where(key => IsTold(key, names)).Select(key => Change(key, names, tenant))])
    {
        IsWithoutSession = _entry.IsWithoutSession,
    };

    /// <summary>To its own people a tenant is its settings; to operators, in whose trail it is somebody else's, a residence.</summary>
    private string ThingFor(TenantView tenant) =>
        _entry.Thing == nameof(Tenant) && _entry.ThingId != tenant.Id ? "residence" : _words.Thing(_entry.Thing) + PartOfSecondStep;

    /// <summary>Two-step sign-in is a key and recovery codes, and they come and go together.</summary>
    private string PartOfSecondStep =>
        _entry.Thing == nameof(MemberToken) && (_after.TryGetValue("Name", out var name) || _before.TryGetValue("Name", out name))
            ? $": {AuditWords.Named(name.ToString())}" : "";

    private AuditChange Change(string property, IReadOnlyDictionary<Guid, string> names, TenantView tenant)
    {
        var label = _words.Label(_entry.Thing, property);
        // The settings have the words themselves.
        var words = _entry.Thing == nameof(Tenant) ? label : tenant.InWords(label);
        return new(words, Value(property, _before, names, tenant), Value(property, _after, names, tenant));
    }

    /// <summary>Its own name first, as it was then; for parts of something, the name of the whole.</summary>
    private string? NameOf(IReadOnlyDictionary<Guid, string> names)
    {
        if (names.TryGetValue(_entry.ThingId, out var known))
            return known;
        foreach (var values in (Dictionary<string, JsonElement>[])[_after, _before])
        {
            foreach (var property in AuditWords.NameProperties)
            {
                if (values.TryGetValue(property, out var value) && value.ValueKind == JsonValueKind.String)
                    return AsId(value) is { } id ? names.GetValueOrDefault(id) : AuditWords.Named(value.GetString()!);
            }
        }

        return null;
    }

    /// <summary>Keys and checksums say nothing to a reader; ids only where they have a name.</summary>
    private bool IsTold(string property, IReadOnlyDictionary<Guid, string> names)
    {
        if (Untold.Contains(property) || ClrType(property) == typeof(byte[]))
            return false;
        var values = new[] { _before, _after }.Where(side => side.ContainsKey(property)).Select(side => side[property]).ToList();
        return values.Exists(value => value.ValueKind != JsonValueKind.Null && (AsId(value) is not { } id || names.ContainsKey(id)));
    }

    private string? Value(
        string property, Dictionary<string, JsonElement> side, IReadOnlyDictionary<Guid, string> names, TenantView tenant) =>
        !side.TryGetValue(property, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Number => Number(property, value, tenant),
            JsonValueKind.Array =>
                string.Join(", ",
                    value.EnumerateArray().Select(entry => Text(property, entry.ToString(), names, tenant)).Where(text => text != "")),
            _ => Text(property, value.ToString(), names, tenant),
        };

    private string Number(string property, JsonElement value, TenantView tenant) =>
        _type?.FindProperty(property)?.GetScale() == MoneyScale ? tenant.Formats.Money(value.GetDecimal()) : value.ToString();

    private string Text(string property, string text, IReadOnlyDictionary<Guid, string> names, TenantView tenant)
    {
        var type = ClrType(property);
        if (type is { IsEnum: true } && Enum.TryParse(type, text, out var name))
            return _words.Of((Enum)name!);
        if (type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant))
            return $"{Formats.FullDay(DateOnly.FromDateTime(tenant.Local(instant).DateTime))} {Formats.Time(tenant.Local(instant))}";
        if (type == typeof(DateOnly) && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day))
            return Formats.FullDay(day);
        if (type == typeof(TimeOnly) && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time))
            return time.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (Enum.TryParse<Role>(text, out var role) && text == role.ToString() && property == nameof(Tenant.SecondFactorRoles))
            return role.Words();
        return Guid.TryParse(text, out var id) && names.TryGetValue(id, out var known) ? known : AuditWords.Named(text);
    }

    private Type? ClrType(string property) =>
        _type?.FindProperty(property)?.ClrType is { } type ? Nullable.GetUnderlyingType(type) ?? type : null;

    private static Guid? AsId(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString(), out var id) ? id : null;

    private static Dictionary<string, JsonElement> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];
}
