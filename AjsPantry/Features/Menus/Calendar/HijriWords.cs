using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Menus.Calendar;

public static class HijriWords
{
    /// <summary>
    /// 16 Jumada al-Ukhra 1448H, to stand after the day; null where the tenant does not show it, and before that calendar began.
    /// </summary>
    public static string? Hijri(this TenantView tenant, DateOnly day) =>
        tenant.ShowsHijri && day >= HijriDate.Earliest ? HijriDate.Of(day).ToString() : null;

    /// <summary>14–20 Jumada al-Ukhra 1448H, for the week that begins on the day.</summary>
    public static string? HijriWeek(this TenantView tenant, DateOnly monday)
    {
        if (tenant.Hijri(monday) is null)
            return null;
        var from = HijriDate.Of(monday);
        var to = HijriDate.Of(monday.AddDays(6));
        return from.Month == to.Month ? $"{from.Day}–{to}" : $"{from.Day} {from.MonthName} – {to}";
    }
}
