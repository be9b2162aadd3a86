using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AjsPantry.Infrastructure.Keys;

/// <summary>
/// Seals a key to the certificate: AES-GCM under a key made for it alone, and that one under RSA-OAEP. The framework's own way pads as
/// PKCS #1 v1.5 does, which has been broken where answers differ, and does not notice when somebody changed what was sealed.
/// </summary>
public sealed class KeySeal(X509Certificate2 certificate) : IXmlEncryptor
{
    private const string Whole = "sealedKey", To = "certificate", Wrapped = "wrapped", Nonce = "nonce", Content = "content", Tag = "tag";

    private const int BytesOfKey = 32;

    private static readonly RSAEncryptionPadding Padding = RSAEncryptionPadding.OaepSHA256;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var key = RandomNumberGenerator.GetBytes(BytesOfKey);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var content = new byte[text.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using (var cipher = new AesGcm(key, tag.Length))
            cipher.Encrypt(nonce, text, content, tag);
        using var rsa = certificate.GetRSAPublicKey()!;
        var element = new XElement(
            Whole,
            new XAttribute(To, Mark(certificate)),
            Part(Wrapped, rsa.Encrypt(key, Padding)),
            Part(Nonce, nonce),
            Part(Content, content),
            Part(Tag, tag));
        return new EncryptedXmlInfo(element, typeof(KeyUnseal));
    }

    /// <exception cref="CryptographicException">It is sealed to another certificate, or was changed.</exception>
    public static XElement Open(XElement element, IEnumerable<X509Certificate2> certificates)
    {
        var certificate = certificates.FirstOrDefault(certificate => Mark(certificate) == element.Attribute(To)?.Value)
            ?? throw new CryptographicException("it is sealed to another certificate.");
        using var rsa = certificate.GetRSAPrivateKey()!;
        var content = Bytes(element, Content);
        var tag = Bytes(element, Tag);
        var text = new byte[content.Length];
        using (var cipher = new AesGcm(rsa.Decrypt(Bytes(element, Wrapped), Padding), tag.Length))
            cipher.Decrypt(Bytes(element, Nonce), content, tag, text);
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    private static string Mark(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static XElement Part(string name, byte[] bytes) => new(name, Convert.ToBase64String(bytes));

    private static byte[] Bytes(XElement element, string name) => Convert.FromBase64String(element.Element(name)!.Value);
}

/// <summary>The certificates that open what <see cref="KeySeal"/> sealed.</summary>
public sealed record KeyCertificates(IReadOnlyList<X509Certificate2> All);

/// <summary>What the framework makes when it meets a key that <see cref="KeySeal"/> sealed; the key's row names this class.</summary>
internal sealed class KeyUnseal(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        KeySeal.Open(encryptedElement, services.GetRequiredService<KeyCertificates>().All);
}
