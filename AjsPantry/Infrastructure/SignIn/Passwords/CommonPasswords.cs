using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>
/// Refuses what attackers try first: passwords that became known, what people build of them, and the words of the person and the residence.
/// </summary>
internal sealed class CommonPasswords(PantryDb db) : IPasswordValidator<Member>
{
    private const int ShortestOwn = 3;

    /// <summary>What this product, this place and this house bring to mind.</summary>
    private static readonly string[] Ours =
        ["pantry", "ajspantry", "residence", "house", "hostel", "floor", "india", "mumbai", "mustafa", "hussain", "bismillah", "sairam",
            "omsairam"];

    public async Task<IdentityResult> ValidateAsync(UserManager<Member> manager, Member user, string? password)
    {
        if (password is null or { Length: > PasswordRules.Most })
            return Refusal("PasswordTooLong", PasswordRules.TooLong);
        if (PasswordRules.IsTooShort(password))
            return IdentityResult.Failed(manager.ErrorDescriber.PasswordTooShort(PasswordRules.Least));
        return GuessableText.Is(PasswordRules.Plain(password), await OwnAsync(user))
            ? Refusal("CommonPassword", "That password is easy to guess. Three or four unrelated words make a good one.")
            : IdentityResult.Success;
    }

    private static IdentityResult Refusal(string code, string words) =>
        IdentityResult.Failed(new IdentityError { Code = code, Description = words });

    private async Task<HashSet<string>> OwnAsync(Member user)
    {
        var tenant = await db.Tenants.AsNoTracking()
            .Select(tenant => new { tenant.Name, tenant.Code, tenant.RoomWord, tenant.FloorWord, tenant.MailDomain })
                .SingleOrDefaultAsync();
        var floors = await db.Floors.Where(floor => floor.ArchivedAt == null).Select(floor => floor.Name).ToListAsync();
        string?[] theirs = [tenant?.Name, tenant?.Code, tenant?.RoomWord, tenant?.FloorWord, tenant?.MailDomain];
        string?[] texts = [user.Number, user.Name, user.Email, .. theirs, .. floors, .. Ours];
        return [.. texts.OfType<string>().SelectMany(Words)];
    }

    /// <summary>The words of a text, and all of it without what stands between.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var small = InputParser.Text(text).ToLowerInvariant();
        var words = string.Concat(small.Select(letter => IsOfWord(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Append(string.Concat(words)).Where(word => word.Length >= ShortestOwn);
    }

    /// <summary>Vowel signs of Devanagari and the like are marks, not letters.</summary>
    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
