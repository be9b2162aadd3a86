using System.Xml.Linq;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Keys;

/// <summary>The keys in the database: whether each can be opened here, and sealing them anew.</summary>
public sealed class KeyRing(PantryDb db, IServiceProvider services, IConfiguration configuration)
{
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>What stands in the place of a secret that was sealed.</summary>
    private static readonly XName Sealed = Framework + "encryptedSecret";

    /// <summary>How the framework marks what must not be kept in clear.</summary>
    private static readonly XName Open = Framework + "requiresEncryption";

    /// <summary>
    /// Counts the keys, and says what is wrong with them; empty when each is sealed and can be opened with what is configured.
    /// </summary>
    public async Task<(int Count, IReadOnlyList<string> Problems)> CheckAsync(CancellationToken cancellationToken)
    {
        var keys = await db.DataProtectionKeys.AsNoTracking().OrderBy(key => key.Id).ToListAsync(cancellationToken);
        return (keys.Count, [.. keys.Select(Problem).OfType<string>()]);
    }

    /// <summary>
    /// Seals every key to the configured certificate, also those that stand in clear. Needs the rights of the tables' owner.
    /// </summary>
    /// <returns>How many keys there are.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A key opens with neither certificate; nothing was
    /// changed.</exception>
    public async Task<int> RenewAsync(CancellationToken cancellationToken)
    {
        var certificate = KeySetup.Open(configuration, KeySetup.Certificate)
            ?? throw new InvalidOperationException($"{KeySetup.Certificate} is not set: there is nothing to seal the keys to.");
        var encryptor = new KeySeal(certificate);
        var keys = await db.DataProtectionKeys.OrderBy(key => key.Id).ToListAsync(cancellationToken);
        foreach (var key in keys)
            key.Xml = Renew(key, encryptor);
        await db.SaveChangesAsync(cancellationToken);
        return keys.Count;
    }

    private string? Problem(DataProtectionKey key)
    {
        var xml = XElement.Parse(key.Xml!);
        if (Secrets(xml).Any(secret => secret.Name != Sealed))
            return $"{key.FriendlyName} stands in clear";
        try
        {
            foreach (var secret in Secrets(xml))
                Unseal(secret);
            return null;
        }
        catch (Exception exception) when (exception is System.Security.Cryptography.CryptographicException or InvalidOperationException)
        {
            return $"{key.FriendlyName} cannot be opened: {exception.Message}";
        }
    }

    private string Renew(DataProtectionKey key, KeySeal encryptor)
    {
        var xml = XElement.Parse(key.Xml!);
        foreach (var secret in Secrets(xml))
        {
            var renewed = encryptor.Encrypt(secret.Name == Sealed ? Unseal(secret) : secret);
            secret.ReplaceWith(new XElement(
                Sealed, new XAttribute("decryptorType", renewed.DecryptorType.AssemblyQualifiedName!), renewed.EncryptedElement));
        }

        return xml.ToString(SaveOptions.DisableFormatting);
    }

    private static List<XElement> Secrets(XElement key) =>
        [.. key.DescendantsAndSelf().Where(element => element.Name == Sealed || element.Attribute(Open) is not null)];

    private XElement Unseal(XElement secret) => new KeyUnseal(services).Decrypt(secret.Elements().Single());
}
