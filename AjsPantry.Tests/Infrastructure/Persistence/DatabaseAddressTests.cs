using AjsPantry.Infrastructure.Persistence;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Persistence;

public class DatabaseAddressTests
{
    private static NpgsqlConnectionStringBuilder Read(string url) => new(DatabaseAddress.FromUrl(url));

    [Fact]
    public void A_url_names_all_that_a_connection_string_does()
    {
        var read = Read(
            "postgresql://pantry_app:p%40ss%2Fword%3A1@db.example.org:6543/pan%20try?sslmode=verify-full&sslrootcert=%2Fetc%2Froot.crt&connect_timeout=7&application_name=pantry");
        Assert.Equal(("db.example.org", 6543, "pantry_app", "p@ss/word:1", "pan try", SslMode.VerifyFull, "/etc/root.crt", 7, "pantry"),
            (read.Host, read.Port, read.Username, read.Password, read.Database, read.SslMode, read.RootCertificate, read.Timeout,
                read.ApplicationName));
        var several = Read("postgres://pantry_app:secret@127.0.0.1:5001,127.0.0.1:5002/pantry?target_session_attrs=primary");
        Assert.Equal(("127.0.0.1:5001,127.0.0.1:5002", "primary"), (several.Host, several.TargetSessionAttributes));
        Assert.Equal(5432, Read("postgres://pantry_app:secret@db/pantry").Port);
        Assert.Equal(
            ChannelBinding.Require, Read("postgres://pantry_app:secret@db/pantry?sslmode=require&channel_binding=require").ChannelBinding);
    }

    [Theory]
    [InlineData("mysql://a:b@host/db")]
    [InlineData("postgres://host/db")]
    [InlineData("postgres://a:b@host")]
    [InlineData("postgres://a:b@/db")]
    [InlineData("postgres://a:b@host:port/db")]
    [InlineData("postgres://a:b@host:99999/db")]
    [InlineData("postgres://a:b@host/db?sslmode=sometimes")]
    [InlineData("postgres://a:b@host/db?pgbouncer=true")]
    [InlineData("postgres://a:b@host/db?options=-crole%3Dpostgres")]
    [InlineData("")]
    public void What_is_no_url_or_says_more_than_is_understood_is_refused(string url) => Assert.Null(DatabaseAddress.FromUrl(url));

    [Fact]
    public void Whatever_a_password_holds_comes_through() =>
        Gen.Select(Gen.String[Gen.Char[' ', '~'], 1, 30], Gen.String[Gen.Char['a', 'z'], 1, 10],
            Gen.Int[1, 65535]).Sample((password, user, port) =>
        {
            var read = Read($"postgresql://{user}:{Uri.EscapeDataString(password)}@host:{port}/db");
            Assert.Equal((user, password, port), (read.Username, read.Password, read.Port));
        });

    [Theory]
    [InlineData("Host=localhost", false)]
    [InlineData("Host=127.0.0.1,127.0.0.2:5433", false)]
    [InlineData("Host=::1", false)]
    [InlineData("Host=/run/postgresql", false)]
    [InlineData("Host=db.example.org;SSL Mode=Require", true)]
    [InlineData("Host=db.example.org;SSL Mode=VerifyFull", false)]
    [InlineData("Host=db.example.org;SSL Mode=VerifyCA", true)]
    [InlineData("Host=127.0.0.1;SSL Mode=Disable", false)]
    [InlineData("Host=db.example.org", true)]
    [InlineData("Host=127.0.0.1,10.0.0.5;SSL Mode=Prefer", true)]
    [InlineData("Host=db.example.org;SSL Mode=Disable", true)]
    public void Another_machine_is_spoken_to_under_seal(string connection, bool open) =>
        Assert.Equal(open, DatabaseAddress.IsOpen(new(connection)));

    [Fact]
    public void Two_ways_to_say_where_it_is_must_say_the_same()
    {
        static string? Applied(params (string, string?)[] settings)
        {
            using var configuration = new ConfigurationManager();
            configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Item1, setting.Item2)));
            DatabaseAddress.Apply(configuration);
            return configuration.GetConnectionString("Pantry");
        }

        const string url = "postgres://pantry_app:secret@db:5433/pantry?sslmode=require", same =
            "Host=db;Port=5433;Username=pantry_app;Password=secret;Database=pantry;SSL Mode=Require";
        Assert.Equal("Host=127.0.0.1", Applied(("ConnectionStrings:Pantry", "Host=127.0.0.1")));
        // Elsewhere, the server has to prove who it is.
        Assert.Equal("Host=db;SSL Mode=VerifyFull", Applied(("ConnectionStrings:Pantry", "Host=db")));
        Assert.Equal(
            SslMode.VerifyFull, new NpgsqlConnectionStringBuilder(Applied((DatabaseAddress.Url, "postgres://a:b@db/pantry"))).SslMode);
        Assert.True(new NpgsqlConnectionStringBuilder(same)
            .EquivalentTo(new NpgsqlConnectionStringBuilder(Applied((DatabaseAddress.Url, url)))));
        Assert.NotNull(Applied((DatabaseAddress.Url, url), ("ConnectionStrings:Pantry", same)));
        Assert.Contains("differ",
            Assert.Throws<InvalidOperationException>(() =>
                Applied((DatabaseAddress.Url, url), ("ConnectionStrings:Pantry", "Host=other"))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret",
            Assert.Throws<InvalidOperationException>(() => Applied((DatabaseAddress.Url, "postgres://a:secret@/"))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11, 12, 11, false)]
    [InlineData(11, 11, 12, true)]
    [InlineData(11, 11, 11, true)]
    [InlineData(11, 12, 13, true)]
    public void A_pooler_that_lends_connections_by_the_transaction_is_noticed(int before, int held, int after, bool isShared) =>
        Assert.Equal(isShared, PoolerCheck.IsShared(before, held, after));
}
