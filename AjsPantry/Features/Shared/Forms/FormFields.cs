using System.Globalization;

namespace AjsPantry.Features.Shared.Forms;

/// <summary>The fields that a page shows, in its order, so that a refused form can lead to each of them.</summary>
public sealed class FormFields
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<(string Field, string Id)> _shown = [];

    public static FormFields Of(HttpContext context)
    {
        if (context.Items[typeof(FormFields)] is not FormFields fields)
            context.Items[typeof(FormFields)] = fields = new FormFields();
        return fields;
    }

    private readonly HashSet<string> _hidden = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the messages of the form are on the page already.</summary>
    public bool HasSummary { get; set; }

    public IReadOnlyList<(string Field, string Id)> Shown => _shown;

    /// <param name="id">Of the control, or of the message where the field has none of its own.</param>
    public void Show(string field, string id)
    {
        if (!_hidden.Contains(field) && !_shown.Exists(shown => shown.Field.Equals(field, StringComparison.OrdinalIgnoreCase)))
            _shown.Add((field, id));
    }

    /// <summary>A field that the page keeps for itself: nobody can correct it, so its message concerns the form as a whole.</summary>
    public void Hide(string field) => _hidden.Add(field);

    public void Name(string field, string label) => _labels.TryAdd(field, label);

    /// <summary>Names the fields of a line of a list, so that a message says which line it is about.</summary>
    /// <param name="list">Such as Input.Lines.</param>
    /// <param name="index">From 0, as in the names of the fields; the placeholder of a template is no line.</param>
    /// <param name="names">The last part of each field's name, and what it is called inside a sentence.</param>
    public void NameLine(string list, string index, params IEnumerable<(string Field, string Label)> names)
    {
        if (!int.TryParse(index, CultureInfo.InvariantCulture, out var place))
            return;
        foreach (var (field, label) in names)
            Name($"{list}[{index}].{field}", $"Line {place + 1}, {label}");
    }

    public string? LabelOf(string field) => _labels.GetValueOrDefault(field);
}
