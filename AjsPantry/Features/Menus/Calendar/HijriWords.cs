using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Menus.Calendar;

public static class HijriWords
{
    /// <summary>16 Jumada al-Ukhra 1448H, to stand after the day; null where the tenant does not show it, and before that calendar began.</summary>
    public static string? Hijri(this TenantView tenant, DateOnly day) => tenant.ShowsHijri && day >= HijriDate.Earliest ? HijriDate.Of(day).ToString() : null;
}
