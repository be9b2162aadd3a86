using System.Globalization;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>One choice of a list: what is kept, and what people read.</summary>
public sealed record Choice(string Value, string Words);

/// <summary>What a tenant can be set to, where the list is the world's and not ours.</summary>
public static class TenantChoices
{
    /// <summary>Shown first, since most residences are there.</summary>
    private static readonly string[] CommonZones =
    [
        "Asia/Kolkata", "Asia/Karachi", "Asia/Dubai", "Asia/Riyadh", "Asia/Qatar", "Asia/Dhaka", "Asia/Colombo", "Asia/Singapore",
        "Africa/Nairobi", "Africa/Dar_es_Salaam",
        "Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles", "Australia/Sydney",
    ];

    /// <summary>Common time zones first, then all others by name. The words are the offset in winter.</summary>
    public static IReadOnlyList<Choice> Zones { get; } = ReadZones();

    /// <summary>English everywhere, because the pages are; what differs is how digits are grouped.</summary>
    public static IReadOnlyList<Choice> Cultures { get; } =
    [
        .. from culture in (string[])["en-IN", "en-GB", "en-DE", "en-CH", "en-ZA"]
           select new Choice(culture, new Formats(culture, "INR").Amount(1234567.89m)),
    ];

    /// <summary>Currencies with two decimals, as all amounts here have.</summary>
    public static IReadOnlyList<Choice> Currencies { get; } =
    [
        new("INR", "Indian rupee"), new("PKR", "Pakistani rupee"), new("BDT", "Bangladeshi taka"), new("LKR", "Sri Lankan rupee"),
        new("NPR", "Nepalese rupee"),
        new("AED", "UAE dirham"), new("SAR", "Saudi riyal"), new("QAR", "Qatari riyal"), new("EGP", "Egyptian pound"),
        new("KES", "Kenyan shilling"), new("TZS", "Tanzanian shilling"),
        new("ZAR", "South African rand"), new("SGD", "Singapore dollar"), new("MYR", "Malaysian ringgit"), new("IDR", "Indonesian rupiah"),
        new("AUD", "Australian dollar"),
        new("GBP", "Pound sterling"), new("EUR", "Euro"), new("CHF", "Swiss franc"), new("USD", "US dollar"), new("CAD", "Canadian dollar"),
    ];

    /// <summary>The zone as the list spells it, whatever the case of the letters typed; null when there is none.</summary>
    public static string? Zone(string? typed) =>
        Zones.FirstOrDefault(zone => zone.Value.Equals(typed?.Trim(), StringComparison.OrdinalIgnoreCase))?.Value;

    private static List<Choice> ReadZones()
    {
        var all = TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal)
                && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal)).ToList();
        return
        [
            .. all.OrderBy(zone => Array.IndexOf(CommonZones, zone.Id) is >= 0 and var rank ? rank : int.MaxValue)
                .ThenBy(zone => zone.Id, StringComparer.Ordinal)
                .Select(zone => new Choice(zone.Id, Offset(zone.BaseUtcOffset))),
        ];
    }

    private static string Offset(TimeSpan offset) =>
        $"UTC{(offset < TimeSpan.Zero ? "\u2212" : "+")}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
}
