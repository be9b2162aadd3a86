namespace AjsPantry.Infrastructure.Web;

/// <summary>One page of a list that is cut into equal pages.</summary>
/// <param name="Number">Counted from 1; the last one when the address asked for one beyond it.</param>
/// <param name="HasMore">There is another page after this one.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, bool HasMore);
