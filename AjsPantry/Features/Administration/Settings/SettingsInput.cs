using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Administration.Settings;

/// <summary>A tenant's settings as typed in the form: text, so that nothing typed is lost.</summary>
public sealed record SettingsInput
{
    /// <summary>
    /// The settings that the form was filled from, as <see cref="MarkOf"/> wrote them; other ones now mean that somebody changed them
    /// meanwhile.
    /// </summary>
    public string? Seen { get; set; }

    public string? Name { get; set; }

    public string? Code { get; set; }

    public string? MailDomain { get; set; }

    public string? TimeZone { get; set; }

    public string? Culture { get; set; }

    public string? Currency { get; set; }

    public List<string> Meals { get; set; } = [];

    public string? RoomWord { get; set; }

    public string? FloorWord { get; set; }

    /// <summary>Forms of address, with commas or blanks between.</summary>
    public string? Honorifics { get; set; }

    public bool ShowsHijri { get; set; }

    /// <summary>What each weekday is called for, Monday first as the form shows them.</summary>
    public List<string?> DayLabels { get; set; } = [];

    public string? SharedIdleMinutes { get; set; }

    public string? OwnIdleDays { get; set; }

    public string? AbsoluteDays { get; set; }

    public bool OneSession { get; set; }

    public List<string> SecondFactorRoles { get; set; } = [];

    /// <summary>The form as it stands for these settings.</summary>
    public static SettingsInput Of(Tenant tenant) => new()
    {
        Seen = MarkOf(tenant),
        Name = tenant.Name,
        Code = tenant.Code,
        MailDomain = tenant.MailDomain,
        TimeZone = tenant.TimeZone,
        Culture = tenant.Culture,
        Currency = tenant.Currency,
        Meals = [.. tenant.Meals],
        RoomWord = tenant.RoomWord,
        FloorWord = tenant.FloorWord,
        Honorifics = string.Join(", ", tenant.Honorifics),
        ShowsHijri = tenant.ShowsHijri,
        DayLabels = [.. SettingsChoices.Weekdays.Select(day => tenant.DayLabels.ElementAtOrDefault((int)day) ?? "")],
        SharedIdleMinutes = Plain(tenant.SharedIdleMinutes),
        OwnIdleDays = Plain(tenant.OwnIdleDays),
        AbsoluteDays = Plain(tenant.AbsoluteDays),
        OneSession = tenant.OneSession,
        SecondFactorRoles = [.. tenant.SecondFactorRoles],
    };

    /// <summary>A short mark of all settings that this form changes: the same for the same settings, and no other.</summary>
    public static string MarkOf(Tenant tenant)
    {
        object?[] values =
        [
            tenant.Name, tenant.Code, tenant.MailDomain, tenant.TimeZone, tenant.Culture, tenant.Currency, tenant.Meals, tenant.RoomWord,
            tenant.FloorWord,
            tenant.SharedIdleMinutes, tenant.OwnIdleDays, tenant.AbsoluteDays, tenant.OneSession, tenant.SecondFactorRoles,
            tenant.ShowsHijri, tenant.DayLabels, tenant.Honorifics,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values)));
    }

    /// <summary>Writes the form into the settings. Only after the validator found nothing.</summary>
    public void WriteTo(Tenant tenant)
    {
        tenant.Name = InputParser.Text(Name);
        tenant.Code = TenantRules.CleanCode(Code);
        tenant.MailDomain = Domain(MailDomain);
        tenant.TimeZone = TenantChoices.Zone(TimeZone)!;
        tenant.Culture = Culture!;
        tenant.Currency = Currency!;
        tenant.RoomWord = InputParser.Text(RoomWord);
        tenant.FloorWord = InputParser.Text(FloorWord);
        tenant.SharedIdleMinutes = TenantRules.ReadWhole(SharedIdleMinutes);
        tenant.OwnIdleDays = TenantRules.ReadWhole(OwnIdleDays);
        tenant.AbsoluteDays = TenantRules.ReadWhole(AbsoluteDays);
        tenant.OneSession = OneSession;
        tenant.ShowsHijri = ShowsHijri;
        tenant.DayLabels = KeptLabels();
        tenant.Honorifics = KeptHonorifics();
        // In the order of the day and of the roles, so that ticking in another order is no change.
        tenant.Meals = [.. SettingsChoices.Meals.Where(Meals.Contains)];
        tenant.SecondFactorRoles = [.. SettingsChoices.Roles.Select(role => role.ToString()).Where(SecondFactorRoles.Contains)];
    }

    /// <summary>A domain without the @ that people may type before it; null when there is none.</summary>
    internal static string? Domain(string? typed) =>
        InputParser.Text(typed).TrimStart('@').ToLowerInvariant() is { Length: > 0 } domain ? domain : null;

    /// <summary>What the day is called for as typed; empty when nothing was.</summary>
    internal string LabelOf(DayOfWeek day) => InputParser.Text(DayLabels.ElementAtOrDefault(((int)day + 6) % 7));

    /// <summary>Sunday first, as days of the week are counted; nothing at all where no day is called for anything.</summary>
    private string[] KeptLabels() =>
        Enum.GetValues<DayOfWeek>().Select(LabelOf).ToArray() is var labels && Array.TrueForAll(labels, label => label == "") ? [] : labels;

    internal string[] KeptHonorifics() =>
        [.. InputParser.Text(Honorifics).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word.TrimEnd('.')).Where(word => word != "").Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the settings' ticks stand for, in the order in which they are shown and kept.</summary>
public static class SettingsChoices
{
    public static IReadOnlyList<string> Meals { get; } = ["breakfast", "lunch", "dinner"];

    /// <summary>Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Weekdays { get; } = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    public const int LongestDayLabel = 12;

    public const int LongestHonorifics = 200;

    public static IReadOnlyList<Role> Roles { get; } = [Role.Admin, Role.PantryHead, Role.TeaManager, Role.Member];
}

public sealed class SettingsInputValidator : AbstractValidator<SettingsInput>
{
    public SettingsInputValidator()
    {
        RuleFor(input => input.Name).Words("Write the residence's name.", TenantRules.LongestName);
        RuleFor(input => input.Code).Code();
        RuleFor(input => input.MailDomain).Must(typed => SettingsInput.Domain(typed) is not { } domain || IsDomain(domain))
            .WithMessage("Write the part after the @, such as noor.example, or leave it empty.");
        RuleFor(input => input.TimeZone).Zone();
        RuleFor(input => input.Culture).Culture();
        RuleFor(input => input.Currency).Currency();
        RuleFor(input => input.Meals).Must(meals => meals.Any(SettingsChoices.Meals.Contains)).WithMessage("Tick at least one meal.");
        RuleFor(input => input.RoomWord).Words("Write your word for a room.", TenantRules.LongestWord);
        RuleFor(input => input.FloorWord).Words("Write your word for a floor.", TenantRules.LongestWord);
        RuleFor(input => input.Honorifics).Must(typed => InputParser.Text(typed).Length <= SettingsChoices.LongestHonorifics)
            .WithMessage($"Use {SettingsChoices.LongestHonorifics} characters at most.");
        RuleForEach(input => input.DayLabels).Must(typed => InputParser.Text(typed).Length <= SettingsChoices.LongestDayLabel)
            .WithMessage($"Use one short word of {SettingsChoices.LongestDayLabel} letters at most.");
        RuleFor(input => input.SharedIdleMinutes).Whole(5, 1440);
        RuleFor(input => input.OwnIdleDays).Whole(1, 90);
        RuleFor(input => input.AbsoluteDays).Whole(1, 90);
    }

    private static bool IsDomain(string domain) =>
        domain.Length <= TenantRules.LongestDomain && MailAddressRule.IsDomain(domain);
}
