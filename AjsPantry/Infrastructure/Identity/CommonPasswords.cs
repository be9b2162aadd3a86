using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>
/// Refuses what attackers try first. Lists of leaked passwords hold few of twelve characters or more; what is left are known
/// words written twice, counted up or padded, which this takes apart, and the person's own number, name and address.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<Member>
{
    private static readonly string[] Words =
    [
        "password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd", "pantry", "ajspantry", "welcome", "letmein", "changeme", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "iloveyou", "admin", "administrator", "monkey", "dragon", "football", "baseball", "cricket", "sunshine", "princess", "superman", "batman", "master", "secret", "default",
        "india", "mumbai", "india123", "1q2w3e4r", "1qaz2wsx", "abcdefghijkl", "abcd", "abc", "test", "testing", "guest", "login", "hello", "starwars", "whatever", "trustno",
        "jesus", "allah", "bismillah", "mustafa", "hussain", "ganesh", "krishna", "sairam", "omsairam",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Member> manager, Member user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user) ? IdentityResult.Failed(new IdentityError
        {
            Code = "CommonPassword",
            Description = "That password is easy to guess. Three or four unrelated words make a good one.",
        }) : IdentityResult.Success);

    private static bool IsCommon(string password, Member user)
    {
        var text = password.ToLowerInvariant();
        var guessable = Words.Concat(Own(user)).Where(word => word.Length > 2).OrderByDescending(word => word.Length);
        var left = guessable.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        // Digits and signs around a known word, or a run such as 123456789012 and aaaaaaaaaaaa, add next to nothing.
        var unforeseen = left.Where((letter, at) => at == 0 || !Follows(left[at - 1], letter)).ToHashSet();
        return unforeseen.Count(char.IsLetter) < 4 && unforeseen.Count < 8;
    }

    /// <summary>The same again, or the next one up or down: aa, ab, ba, 90.</summary>
    private static bool Follows(char before, char letter) => Math.Abs(letter - before) <= 1 || (before, letter) is ('9', '0') or ('0', '9');

    private static string[] Own(Member user) =>
        $"{user.Number} {user.Name} {user.Email}".ToLowerInvariant().Split([' ', '@', '.'], StringSplitOptions.RemoveEmptyEntries);
}
