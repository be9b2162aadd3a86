using AjsPantry.Features.Shared.Files;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Administration.Settings;

public sealed class SettingsModel(ChangeSettings handler, FileRoom room) : PersonPage
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    /// <summary>What another admin saved meanwhile and this form would change; empty when nobody did.</summary>
    public IReadOnlyList<(string Setting, string Theirs, string Yours)> Differences { get; private set; } = [];

    public bool IsOutrun { get; private set; }

    /// <summary>What the residence keeps of people's files, and may keep.</summary>
    public FileRoomView Room { get; private set; } = null!;

    /// <summary>Then the currency stays what it is.</summary>
    public bool HasAmounts { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Room = await room.ReadAsync(HttpContext.RequestAborted);
        HasAmounts = await handler.HasAmountsAsync(HttpContext.RequestAborted);
        await next();
    }

    /// <summary>What may be chosen; a value from outside the list, as an import may leave one, stays a choice.</summary>
    public static IEnumerable<Choice> With(IReadOnlyList<Choice> choices, string? present) =>
        present is null || choices.Any(choice => choice.Value == present) ? choices : choices.Prepend(new Choice(present, present));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Input = SettingsInput.Of(await handler.ReadAsync(cancellationToken));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Input, cancellationToken);
        if (outcome.IsDone)
        {
            Toast = "The settings are saved and apply at once.";
            return RedirectToPage();
        }

        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.Messages.Contains(ChangeSettings.Changed))
            await ShowTheirsAsync(cancellationToken);
        return Page();
    }

    /// <summary>
    /// The form keeps what was typed and takes the other version's mark, so that saving again is a decision made with both in sight.
    /// </summary>
    private async Task ShowTheirsAsync(CancellationToken cancellationToken)
    {
        var theirs = SettingsInput.Of(await handler.ReadAsync(cancellationToken));
        IsOutrun = true;
        Differences = [.. Compare(theirs, Input)];
        Input.Seen = theirs.Seen;
        ModelState.SetModelValue("Input.Seen", theirs.Seen, theirs.Seen);
    }

    private static IEnumerable<(string, string, string)> Compare(SettingsInput theirs, SettingsInput yours) =>
        Rows(theirs).Zip(Rows(yours), (one, other) => (one.Setting, one.Value, other.Value)).Where(row => row.Item2 != row.Item3);

    private static IEnumerable<(string Setting, string Value)> Rows(SettingsInput input) =>
    [
        ("Name", InputParser.Text(input.Name)),
        ("Code", TenantRules.CleanCode(input.Code)),
        ("Email domain", SettingsInput.Domain(input.MailDomain) ?? "none"),
        ("Time zone", InputParser.Text(input.TimeZone)),
        ("Currency", input.Currency ?? ""),
        ("Amounts look like",
            TenantChoices.Cultures.FirstOrDefault(culture => culture.Value == input.Culture)?.Words ?? input.Culture ?? ""),
        ("Meals", string.Join(", ", SettingsChoices.Meals.Where(input.Meals.Contains))),
        ("Word for a room", InputParser.Text(input.RoomWord)),
        ("Word for a floor", InputParser.Text(input.FloorWord)),
        ("Forms of address", string.Join(", ", input.KeptHonorifics())),
        ("Hijri dates", input.ShowsHijri ? "yes" : "no"),
        ("Weekdays",
            string.Join(", ",
                SettingsChoices.Weekdays.Where(day => input.LabelOf(day) != "").Select(day => $"{day} {input.LabelOf(day)}")
                    .DefaultIfEmpty("no words"))),
        ("Sign out shared devices after", InputParser.Text(input.SharedIdleMinutes)),
        ("Sign out personal devices after", InputParser.Text(input.OwnIdleDays)),
        ("Ask for the password again after", InputParser.Text(input.AbsoluteDays)),
        ("One device at a time", input.OneSession ? "yes" : "no"),
        ("Require two-step sign-in for",
            string.Join(", ",
                SettingsChoices.Roles.Where(role => input.SecondFactorRoles.Contains(role.ToString())).Select(role => role.Words())
                    .DefaultIfEmpty("nobody"))),
    ];
}
