using AjsPantry.Infrastructure.Web;
using Microsoft.Extensions.Configuration;

namespace AjsPantry.Tests.Infrastructure.Web;

public sealed class SettingsCheckTests
{
    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["ConnectionStrings:Pantry"] = "Host=db;Username=pantry_app;Password=sixteen-or-more-characters",
        ["AllowedHosts"] = "pantry.example",
    };

    [Fact]
    public void Sound_settings_pass() => Assert.Empty(Problems());

    [Fact]
    public void A_unix_socket_needs_no_password() =>
        Assert.Empty(Problems(("ConnectionStrings:Pantry", "Host=/run/postgresql;Username=pantry_app")));

    [Theory]
    [InlineData("ConnectionStrings:Pantry", "Host=db;Username=pantry_app;Password=short", "fewer than 16")]
    [InlineData("ConnectionStrings:Pantry", "Host=db;Username=pantry_app;Password=sixteen-or-more-characters;Include Error Detail=true", "logs")]
    [InlineData("AllowedHosts", "*", "AllowedHosts")]
    [InlineData("AllowedHosts", null, "AllowedHosts")]
    [InlineData("ConnectionStrings:Owner", "Host=db;Username=pantry_owner", "owner")]
    [InlineData("PANTRY_DEMO_PASSWORD", "anything", "demo people")]
    public void A_weak_setting_is_named(string setting, string? value, string named) =>
        Assert.Contains(named, Assert.Single(Problems((setting, value))), StringComparison.Ordinal);

    private static List<string> Problems(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Sound);
        foreach (var (key, value) in changes)
            settings[key] = value;
        return [.. SettingsCheck.Problems(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())];
    }
}
