using System.Buffers.Binary;
using System.Security.Cryptography;
using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>
/// Hashes passwords in the one form of <see cref="PasswordRules.Plain"/>. One hash for a check: more only for passwords with letters that
/// can be written in several ways, whose hashes are older than the one form.
/// </summary>
public class MemberPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Member>(options)
{
    /// <summary>Identity's third format: format, pseudo-random function, rounds, length of the salt, salt, hash.</summary>
    private const int HeaderBytes = 13;

    private const int SaltBytes = 16;

    private const int HashBytes = 32;

    private const int HmacSha512 = 2;

    /// <summary>A hash that no password has, to check against where there is no account, so that the answer takes as long.</summary>
    public string OfNobody { get; } = Nobodys(options.Value.IterationCount);

    public override string HashPassword(Member user, string password) => base.HashPassword(user, PasswordRules.Plain(password));

    public override PasswordVerificationResult VerifyHashedPassword(Member user, string hashedPassword, string providedPassword)
    {
        var isPlain = true;
        foreach (var form in PasswordRules.Forms(providedPassword))
        {
            var result = VerifyOne(user, hashedPassword, form);
            if (result != PasswordVerificationResult.Failed)
                return isPlain ? result : PasswordVerificationResult.SuccessRehashNeeded;
            isPlain = false;
        }

        return PasswordVerificationResult.Failed;
    }

    /// <summary>The one costly step.</summary>
    protected virtual PasswordVerificationResult VerifyOne(Member user, string hash, string password) =>
        base.VerifyHashedPassword(user, hash, password);

    /// <summary>Made without hashing anything: its last part is chance.</summary>
    private static string Nobodys(int rounds)
    {
        var hash = new byte[HeaderBytes + SaltBytes + HashBytes];
        hash[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), rounds);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), SaltBytes);
        RandomNumberGenerator.Fill(hash.AsSpan(HeaderBytes));
        return Convert.ToBase64String(hash);
    }
}
