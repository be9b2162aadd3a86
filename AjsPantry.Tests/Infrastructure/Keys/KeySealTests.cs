using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using AjsPantry.Infrastructure.Keys;

namespace AjsPantry.Tests.Infrastructure.Keys;

public sealed class KeySealTests
{
    private static readonly X509Certificate2 Ours = NewCertificate();

    [Fact]
    public void What_is_sealed_says_nothing_and_opens_with_its_certificate()
    {
        var key = new XElement("masterKey", new XElement("value", "a secret of the house"));
        var one = new KeySeal(Ours).Encrypt(key);
        var other = new KeySeal(Ours).Encrypt(key);
        Assert.DoesNotContain("secret", one.EncryptedElement.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(one.EncryptedElement.ToString(), other.EncryptedElement.ToString());
        Assert.True(XNode.DeepEquals(key, KeySeal.Open(one.EncryptedElement, [NewCertificate(), Ours])));
    }

    [Fact]
    public void It_opens_with_no_other_certificate()
    {
        var element = new KeySeal(Ours).Encrypt(new XElement("masterKey")).EncryptedElement;
        Assert.Throws<CryptographicException>(() => KeySeal.Open(element, [NewCertificate()]));
    }

    [Fact]
    public void Whatever_is_changed_in_it_is_noticed()
    {
        var element = new KeySeal(Ours).Encrypt(new XElement("masterKey", "a secret of the house")).EncryptedElement;
        Assert.Equal(4, element.Elements().Count());
        foreach (var part in element.Elements().Select(part => part.Name))
        {
            var changed = new XElement(element);
            var bytes = Convert.FromBase64String(changed.Element(part)!.Value);
            bytes[^1] ^= 1;
            changed.SetElementValue(part, Convert.ToBase64String(bytes));
            Assert.ThrowsAny<CryptographicException>(() => KeySeal.Open(changed, [Ours]));
        }
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=Keys of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }
}
