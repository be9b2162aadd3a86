using AjsPantry.Features.Shared;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>The stars of a form.</summary>
/// <param name="Stars">What is chosen; null for none yet.</param>
/// <param name="Id">Of the meal, where a page has the stars of several.</param>
public sealed record StarsView(string Dish, int? Stars, Guid? Id = null);

/// <summary>A meal that is rated with one tap, on whatever page it stands.</summary>
/// <param name="From">The address to which a tap without JavaScript leads back, and a comment too.</param>
/// <param name="Score">How the floor rates the meal, where the tap just changed that.</param>
public sealed record RateCard(Guid Id, string Dish, int? Stars, string From, Score? Score = null);
