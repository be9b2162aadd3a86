using AjsPantry.Infrastructure.Hosting;
using Microsoft.Extensions.Configuration;

namespace AjsPantry.Tests.Infrastructure.Hosting;

public sealed class SettingsCheckTests
{
    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["ConnectionStrings:Pantry"] = "Host=db;SSL Mode=VerifyFull;Username=pantry_app;Password=sixteen-or-more-characters",
        ["AllowedHosts"] = "pantry.example",
        ["DataProtection:Certificate"] = "/etc/pantry/keys.pem",
    };

    [Fact]
    public void Sound_settings_pass() => Assert.Empty(Problems());

    [Fact]
    public void A_unix_socket_needs_no_password() =>
        Assert.Empty(Problems(("ConnectionStrings:Pantry", "Host=/run/postgresql;Username=pantry_app")));

    [Theory]
    [InlineData("ConnectionStrings:Pantry", "Host=127.0.0.1;Username=pantry_app;Password=short", "fewer than 16")]
    [InlineData("ConnectionStrings:Pantry",
        "Host=db;SSL Mode=VerifyFull;Username=pantry_app;Password=sixteen-or-more-characters;Include Error Detail=true", "logs")]
    [InlineData("ConnectionStrings:Pantry", "Host=db;Username=pantry_app;Password=sixteen-or-more-characters", "another machine")]
    [InlineData("ConnectionStrings:Pantry", "Host=127.0.0.1,db;SSL Mode=Prefer;Username=pantry_app;Password=sixteen-or-more-characters",
        "another machine")]
    [InlineData(
        "ConnectionStrings:Pantry", "Host=db;SSL Mode=Require;Username=pantry_app;Password=sixteen-or-more-characters", "another machine")]
    [InlineData("TrustedProxies", "10.0.0.5, 10.1.0.0/99", "TrustedProxies has '10.1.0.0/99', which is neither an address nor a network")]
    [InlineData("TrustedProxies", "proxy.example", "TrustedProxies has 'proxy.example'")]
    [InlineData("AllowedHosts", "*", "AllowedHosts")]
    [InlineData("AllowedHosts", null, "AllowedHosts")]
    [InlineData("ConnectionStrings:Owner", "Host=db;SSL Mode=VerifyFull;Username=pantry_owner", "owner")]
    [InlineData("PANTRY_DEMO_PASSWORD", "anything", "demo people")]
    [InlineData("DataProtection:Certificate", null, "keys in clear")]
    [InlineData("DataProtection:Certificate", "", "keys in clear")]
    public void A_weak_setting_is_named(string setting, string? value, string named) =>
        Assert.Contains(named, Assert.Single(Problems((setting, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Mail:From", null, "Mail:From")]
    [InlineData("Mail:From", "nobody", "Mail:From")]
    [InlineData("Mail:Port", "smtp", "Mail:Port")]
    [InlineData("Mail:Security", "Sometimes", "Mail:Security")]
    [InlineData("Mail:Security", "None", "another machine")]
    [InlineData("Mail:Password", null, "Mail:User")]
    [InlineData("PublicAddress", null, "PublicAddress")]
    [InlineData("PublicAddress", "pantry.example", "PublicAddress")]
    [InlineData("PublicAddress", "javascript:alert(1)", "PublicAddress")]
    public void Mail_is_on_with_all_it_needs_or_off(string setting, string? value, string named)
    {
        (string,
            string?)[] mail = [("Mail:Host", "mail.example"), ("Mail:From", "Pantry <pantry@pantry.example>"), ("Mail:User", "pantry"),
                ("Mail:Password", "secret"), ("PublicAddress", "https://pantry.example/")];
        Assert.Empty(Problems(mail));
        Assert.Contains(named, Assert.Single(Problems([.. mail, (setting, value)])), StringComparison.Ordinal);
        Assert.Empty(Problems([.. mail, (setting, value), ("Mail:Host", null)]));
    }

    [Fact]
    public void Mail_may_go_in_the_clear_within_the_machine() =>
        Assert.Empty(Problems(("Mail:Host", "127.0.0.1"), ("Mail:Security", "none"), ("Mail:From", "pantry@pantry.example"),
            ("PublicAddress", "https://pantry.example")));

    [Theory]
    [InlineData("Host=db;Username=pantry_app;Password=short", false)]
    [InlineData("Host=db;SSL Mode=VerifyFull;Username=pantry_app;Password=short", true)]
    [InlineData("Host=127.0.0.1;Username=pantry_app;Password=short", true)]
    public void A_command_looks_only_at_whether_the_way_to_the_database_is_closed(string connection, bool isFit)
    {
        var refusal = Record.Exception(() =>
            SettingsCheck.RunForCommand(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Pantry", connection)])
                .Build()));
        Assert.Equal(isFit, refusal is null);
        Assert.True(isFit || refusal!.Message.Contains("another machine", StringComparison.Ordinal));
    }

    private static List<string> Problems(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Sound);
        foreach (var (key, value) in changes)
            settings[key] = value;
        return [.. SettingsCheck.Problems(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())];
    }
}
