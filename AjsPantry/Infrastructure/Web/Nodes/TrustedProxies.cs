using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AjsPantry.Infrastructure.Web.Nodes;

/// <summary>Whose word is taken for who asks and over what: proxies on this machine, and those of the settings.</summary>
public static class TrustedProxies
{
    /// <summary>Addresses and networks with commas between, such as 10.0.0.5, 10.1.0.0/16; the name of the setting.</summary>
    public const string Setting = "TrustedProxies";

    /// <exception cref="InvalidOperationException">Something in the setting is neither an address nor a network.</exception>
    public static void Apply(IConfiguration configuration, ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        var named = Named(configuration).ToList();
        if (named.Count == 0)
            return;
        // One behind the other: read from the last one back to the first that nobody vouches for.
        options.ForwardLimit = null;
        foreach (var entry in named)
            options.KnownIPNetworks.Add(Read(entry) ?? throw new InvalidOperationException(Problem(entry)));
    }

    /// <summary>What is wrong with the setting; empty when all is well.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        Named(configuration).Where(entry => Read(entry) is null).Select(Problem);

    private static string Problem(string entry) =>
        $"{Setting} has '{entry}', which is neither an address nor a network such as 10.1.0.0/16";

    private static string[] Named(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static IPNetwork? Read(string entry) => IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
