using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Keys;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Keys;

/// <summary>The keys in the database, with a certificate that is not there.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly string _first = NewCertificate();
    private readonly string _second = NewCertificate();

    [Fact]
    public async Task Keys_are_sealed_to_a_certificate_and_then_to_another()
    {
        await using var app = new LoneApp();
        await app.InitializeAsync();
        var secret = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("a second step");
        Assert.All(
            (await CheckAsync(app, _first)).Problems, problem => Assert.EndsWith("stands in clear", problem, StringComparison.Ordinal));
        Assert.NotEmpty((await CheckAsync(app, _first)).Problems);

        await RenewAsync(app, _first);
        Assert.Empty((await CheckAsync(app, _first)).Problems);
        Assert.All(
            (await CheckAsync(app, _second)).Problems, problem => Assert.Contains("cannot be opened", problem, StringComparison.Ordinal));
        Assert.NotEmpty((await CheckAsync(app, _second)).Problems);
        Assert.Equal(0L,
            await TestServer.ScalarAsync<long>(
                TestServer.AsSuperuser(app.Database), "SELECT count(*) FROM data_protection_keys WHERE xml LIKE '%masterKey%'"));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => RenewAsync(app, _second));
        Assert.Empty((await CheckAsync(app, _first)).Problems);
        await RenewAsync(app, _second, former: _first);
        Assert.Empty((await CheckAsync(app, _second)).Problems);
        await using var later = Node(app, _second, null);
        Assert.Equal("a second step", later.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_named()
    {
        var empty = Path.GetTempFileName();
        foreach (var path in (string[])[empty, empty + ".not-there"])
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(KeySetup.Certificate, path)]).Build();
            Assert.Contains(path,
                Assert.Throws<InvalidOperationException>(() => KeySetup.Open(configuration, KeySetup.Certificate)).Message,
                StringComparison.Ordinal);
        }

        File.Delete(empty);
    }

    [Fact]
    public void A_certificate_of_another_kind_of_key_is_refused_at_once()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=Keys of a test", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(KeySetup.Certificate, path)]).Build();
        Assert.Contains("RSA", Assert.Throws<InvalidOperationException>(() => KeySetup.Open(configuration, KeySetup.Certificate)).Message,
            StringComparison.Ordinal);
        File.Delete(path);
    }

    public void Dispose()
    {
        File.Delete(_first);
        File.Delete(_second);
    }

    private static async Task<(int Count, IReadOnlyList<string> Problems)> CheckAsync(PantryApp app, string certificate)
    {
        await using var node = Node(app, certificate, null);
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeyRing>().CheckAsync(TestContext.Current.CancellationToken);
    }

    private static async Task RenewAsync(PantryApp app, string certificate, string? former = null)
    {
        await using var node = Node(app, certificate, former);
        await using var scope = node.CreateAsyncScope();
        Assert.NotEqual(0, await scope.ServiceProvider.GetRequiredService<KeyRing>().RenewAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What a node, or the command, is made of as far as keys go; as the owner of the tables, who alone may renew.</summary>
    private static ServiceProvider Node(PantryApp app, string certificate, string? former)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:Pantry", TestServer.AsOwner(app.Database)), new(KeySetup.Certificate, certificate),
                new(KeySetup.FormerCertificate, former)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<Caller>();
        services.AddPantryDb(configuration);
        services.AddPantryKeys(configuration);
        return services.BuildServiceProvider();
    }

    private static string NewCertificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Keys of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return path;
    }
}
