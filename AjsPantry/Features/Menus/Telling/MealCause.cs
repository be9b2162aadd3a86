using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AjsPantry.Features.Menus.Telling;

/// <summary>
/// The cause of news about meals: it names every meal by a short mark, so that whoever was told of one can be found when it is
/// cancelled or moves, and their versions, so that the same news is told once.
/// </summary>
public static class MealCause
{
    public const string Prefix = "meal:";

    /// <summary>How many meals one cause can name within <see cref="Notices.Notice.LongestCause"/>.</summary>
    public const int MostMeals = 15;

    private const int MarkLength = 6;

    /// <summary>What stands in the cause for a meal. Six letters of its digest: among the news of one floor nobody finds two alike.</summary>
    public static string Mark(Guid meal) => "." + Short(meal.ToByteArray());

    /// <param name="meals">At most <see cref="MostMeals"/>, each with its version.</param>
    public static string Of(IReadOnlyCollection<(Guid Id, uint Version)> meals) =>
        Prefix + Short(Encoding.UTF8.GetBytes(string.Join(' ', meals))) + string.Concat(meals.Select(meal => Mark(meal.Id)));

    private static string Short(byte[] bytes) => Base64Url.EncodeToString(SHA256.HashData(bytes))[..MarkLength];
}
