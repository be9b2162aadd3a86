using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace AjsPantry.Infrastructure.Keys;

/// <summary>
/// The keys that seal cookies, links and second steps. They stand in the database, so that every node has them, each sealed to a
/// certificate that does not: whoever reads the database alone opens nothing with them.
/// </summary>
public static class KeySetup
{
    /// <summary>Path of a PEM file with the certificate and its private key (RSA): what is written is sealed to it.</summary>
    public const string Certificate = "DataProtection:Certificate";

    /// <summary>Path of the certificate before, as long as some keys are sealed to it ("keys --renew" makes it needless).</summary>
    public const string FormerCertificate = "DataProtection:FormerCertificate";

    public static IServiceCollection AddPantryKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("AjsPantry").PersistKeysToDbContext<PantryDb>();
        var certificate = Open(configuration, Certificate);
        var former = Open(configuration, FormerCertificate);
        if (certificate is not null)
            services.Configure<KeyManagementOptions>(options => options.XmlEncryptor = new KeySeal(certificate));
        services.AddSingleton(new KeyCertificates([.. new[] { certificate, former }.OfType<X509Certificate2>()]));
        services.AddScoped<KeyRing>();
        return services;
    }

    /// <summary>The certificate that a setting names; null when it names none.</summary>
    /// <exception cref="InvalidOperationException">The file is not there, or has no certificate with its private RSA key.</exception>
    public static X509Certificate2? Open(IConfiguration configuration, string setting)
    {
        if (configuration[setting] is not { Length: > 0 } path)
            return null;
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(path);
            // Found out now and not when the first key is sealed.
            if (certificate.GetRSAPrivateKey() is null)
                throw new CryptographicException("Its key is not an RSA key.");
            return certificate;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException(
                $"{setting}: {path} cannot be read as a certificate with its private key: {exception.Message}", exception);
        }
    }
}
