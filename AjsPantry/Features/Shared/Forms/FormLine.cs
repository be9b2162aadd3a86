using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AjsPantry.Features.Shared.Forms;

/// <summary>One line of a list in a form, to which lines.js adds more.</summary>
/// <param name="List">Such as Input.Lines.</param>
/// <param name="Index">From 0; a placeholder in the template that scripts copy.</param>
public abstract record FormLine(string List, string Index)
{
    public string Field(string name) => $"{List}[{Index}].{name}";

    /// <summary>Of the control of a field.</summary>
    public string Id(string name) => FieldTagHelper.ControlId(Field(name));
}

/// <summary>Which fields of a line were refused, and how their controls say so.</summary>
public sealed class LineMarks(FormLine line, ModelStateDictionary state)
{
    public bool IsWrong(string name) => state.TryGetValue(line.Field(name), out var entry) && entry.Errors.Count > 0;

    public string Class(string name) => IsWrong(name) ? " is-invalid" : "";

    public string? Invalid(string name) => IsWrong(name) ? "true" : null;

    public string? Described(string name) => IsWrong(name) ? FieldTagHelper.ErrorId(line.Field(name)) : null;
}
