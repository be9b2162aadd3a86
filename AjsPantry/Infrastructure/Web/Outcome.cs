using System.Diagnostics.CodeAnalysis;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AjsPantry.Infrastructure.Web;

/// <summary>What came of a write: the value it made, or messages for the person, each at its field.</summary>
public sealed record Outcome<T>(T? Value, IReadOnlyList<FieldMessage> Messages)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Value is not null;

    /// <summary>Puts the messages where the form shows them. A form that was used before becomes a new one.</summary>
    /// <param name="prefix">The name of the bound property, such as Input.</param>
    public void ShowIn(ModelStateDictionary state, string prefix)
    {
        foreach (var message in Messages)
        {
            var field = message.Field == "" ? "" : $"{prefix}.{message.Field}";
            state.AddModelError(message.IsNote ? FieldMessage.NoteKey : field, message.Text);
        }

        if (Messages.Contains(SentForm.Changed))
        {
            var unused = Guid.CreateVersion7().ToString();
            state.SetModelValue($"{prefix}.SubmissionId", unused, unused);
        }
    }

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(FieldMessage message) => new(null, [message]);
}

/// <summary>One message: what happened and what to do next. An empty field means the form as a whole.</summary>
public sealed record FieldMessage(string Field, string Text)
{
    /// <summary>Under this name a page finds the notes among the messages of a form.</summary>
    public const string NoteKey = "(note)";

    /// <summary>The form did something, but not yet what it is for; nothing in it is wrong.</summary>
    public bool IsNote { get; init; }
}
