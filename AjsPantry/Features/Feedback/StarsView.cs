namespace AjsPantry.Features.Feedback;

/// <summary>The stars of a form.</summary>
/// <param name="Stars">What is chosen; null for none yet.</param>
public sealed record StarsView(string Dish, int? Stars);
