namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>
/// A form that arrives a second time. The same once more is answered as the first time; whatever says something else was changed by
/// somebody who has to know that it was not saved.
/// </summary>
public static class SentForm
{
    /// <summary>
    /// The form comes back as one that was not sent yet (<see cref="Outcome{T}.ShowIn"/>), so that sending it saves what is in it.
    /// </summary>
    public static readonly FieldMessage Changed = new(
        "", "You already sent this form, and that version is saved. Your later changes are not saved. To save them as a new entry, send the form again. To correct the first entry, open it.");

    /// <summary>The answer to a form that made something before.</summary>
    /// <param name="made">What it made.</param>
    /// <param name="typed">What it would make now.</param>
    /// <param name="content">What of it stands in the form.</param>
    public static Outcome<T> Again<T, TContent>(T made, T typed, Func<T, TContent> content)
        where T : class =>
        EqualityComparer<TContent>.Default.Equals(content(made), content(typed)) ? made : Changed;
}
