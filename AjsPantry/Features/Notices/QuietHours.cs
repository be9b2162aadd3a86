using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Notices;

/// <summary>The hours in which a person wants no mail.</summary>
public static class QuietHours
{
    /// <summary>When a mail may leave: at once, or when the person's quiet hours end on the tenant's clock.</summary>
    public static DateTimeOffset EndOfQuiet(this NoticeSettings? settings, DateTimeOffset now, TenantView tenant)
    {
        if (settings is not { QuietFrom: { } from, QuietUntil: { } until } || from == until)
            return now;
        var local = tenant.Local(now);
        var time = TimeOnly.FromDateTime(local.DateTime);
        // IsBetween knows hours that pass midnight: its end is not included, its start is.
        if (!time.IsBetween(from, until))
            return now;
        var day = DateOnly.FromDateTime(local.DateTime);
        return tenant.At(time < until ? day : day.AddDays(1), until);
    }
}
