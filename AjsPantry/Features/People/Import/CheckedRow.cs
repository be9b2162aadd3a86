using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.People.Import;

/// <summary>One row of a list with what was found about it. Kept as JSON with the import; queries read it by these names.</summary>
/// <param name="Row">As written.</param>
/// <param name="Problems">What is wrong, in sentences.</param>
/// <param name="Email">The address that the account gets: the written one, or number and mail domain; null when there is none.</param>
/// <param name="FloorId">The floor meant; null when none is, or none that there is.</param>
/// <param name="Role">The role meant; null when there is a problem.</param>
/// <param name="RoomId">The room meant; null when there is a problem or none is named.</param>
public sealed record CheckedRow(
    ListRow Row, RowState State, IReadOnlyList<string> Problems, string? Email, Guid? FloorId, Role? Role, Guid? RoomId = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What is not a person stands among the rows, so that nobody looks for it in vain.</summary>
    public static CheckedRow Of(LeftRow left) =>
        new(new(left.Line, "", InputParser.Cut(left.Text, LongestText), "", "", "", ""), RowState.Left, [left.Why], null, null, null);

    private const int LongestText = 300;

    public static string ToJson(IReadOnlyList<CheckedRow> rows) => JsonSerializer.Serialize(rows, Json);

    public static List<CheckedRow> FromJson(string rows) => JsonSerializer.Deserialize<List<CheckedRow>>(rows, Json)!;
}

public enum RowState
{
    /// <summary>Has a problem that somebody must mend.</summary>
    Problem,

    /// <summary>Could be added when it was checked, and could not any more when its turn came.</summary>
    Failed,

    /// <summary>Is among the tenant's people already, since before or since the check.</summary>
    Here,

    /// <summary>Was not read as a person: a title, a total, a hidden row. Its problems say why.</summary>
    Left,

    /// <summary>Can be added, or was, once the import is through.</summary>
    Add,
}
