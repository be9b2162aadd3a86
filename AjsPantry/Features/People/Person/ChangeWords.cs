using System.Text.Json;
using AjsPantry.Features.People.Access;
using AjsPantry.Features.People.Roles;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.People.Person;

/// <summary>An audit entry of a person in words. Bookkeeping, such as counted wrong passwords, has none.</summary>
public static class ChangeWords
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        [nameof(Member.Name)] = "Name",
        [nameof(Member.Number)] = "Number",
        [nameof(Member.Email)] = "Mail",
        [nameof(Member.PhoneNumber)] = "Phone",
        [nameof(Member.Role)] = "Role",
        [nameof(Member.FloorId)] = "Floor",
    };

    /// <param name="before">The changed values before, as a JSON object; null when nothing was there.</param>
    /// <param name="after">The same after.</param>
    /// <param name="floors">Names of floors by id.</param>
    /// <returns>An empty text when nothing in the entry concerns a reader.</returns>
    public static string Of(string? before, string? after, IReadOnlyDictionary<string, string> floors)
    {
        if (after is null)
            return "";
        using var old = JsonDocument.Parse(before ?? "{}");
        using var now = JsonDocument.Parse(after);
        return string.Join("; ", now.RootElement.EnumerateObject().Select(field => Of(field, old.RootElement, floors)).OfType<string>());
    }

    private static string? Of(JsonProperty field, JsonElement old, IReadOnlyDictionary<string, string> floors) => field.Name switch
    {
        nameof(Member.DeactivatedAt) => field.Value.ValueKind == JsonValueKind.Null ? "Reactivated" : "Deactivated",
        nameof(Member.PasswordHash) => "Chose a password",
        nameof(Member.TwoFactorEnabled) =>
            field.Value.ValueKind == JsonValueKind.True ? "Two-step sign-in turned on" : "Two-step sign-in turned off",
        EndSessions.Ended => "Signed out everywhere",
        SecondVoice.Asked => $"Asked for by one admin: {field.Value.GetString()}",
        SecondVoice.Agreed => $"Agreed by two admins: {field.Value.GetString()}",
        _ when Fields.TryGetValue(field.Name, out var words) =>
            $"{words} from {Readable(old.TryGetProperty(field.Name, out var before) ? before : default, floors)} to {Readable(field.Value, floors)}",
        _ => null,
    };

    private static string Readable(JsonElement value, IReadOnlyDictionary<string, string> floors)
    {
        if (value.ValueKind != JsonValueKind.String)
            return "none";
        var text = value.GetString()!;
        return floors.TryGetValue(text, out var floor) ? floor : Enum.TryParse<Role>(text, out var role) && role.ToString() == text
            ? role.Words() : text;
    }
}
