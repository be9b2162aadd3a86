using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Preferences;

/// <summary>What the person is told, and how.</summary>
public sealed class PreferencesModel(PreferencesQuery query, ChoosePreferences.Handler handler, MailOutbox outbox) : PersonPage
{
    [BindProperty]
    public ChoosePreferences.Input Input { get; set; } = new();

    /// <summary>News of one's own sign-in come always.</summary>
    public IReadOnlyList<NoticeKind> Kinds => [.. Enum.GetValues<NoticeKind>().Where(kind => kind switch
    {
        NoticeKind.Account => false,
        NoticeKind.Operations => Person.May(Permission.OperatePlatform),
        NoticeKind.Files => Person.May(Permission.ManageTenant),
        _ => true,
    })];

    /// <summary>Null while nobody knows one.</summary>
    public string? Email { get; private set; }

    public bool SendsMail => outbox.IsOn;

    public string Answer => Kinds.Count(kind => Ticks(Input.Inbox, kind) || Ticks(Input.Mail, kind)) switch
    {
        0 => "All notifications are off",
        var on when on < Kinds.Count => "Some notifications are off",
        _ => Input.QuietFrom is { Length: > 0 } && Input.QuietUntil is { Length: > 0 } ? "All notifications are on, with quiet hours"
            : "All notifications are on",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var view = await query.ReadAsync(cancellationToken);
        Email = view.Email;
        Input = new()
        {
            Inbox = [.. Enum.GetNames<NoticeKind>().Except(view.Settings?.NoInbox ?? [])],
            Mail = [.. Enum.GetNames<NoticeKind>().Except(view.Settings?.NoMail ?? [])],
            QuietFrom = Time(view.Settings?.QuietFrom),
            QuietUntil = Time(view.Settings?.QuietUntil),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Email = (await query.ReadAsync(cancellationToken)).Email;
            return Page();
        }

        await handler.HandleAsync(Input, cancellationToken);
        Toast = "Your choice is saved.";
        return RedirectToPage();
    }

    public bool Ticks(string[]? ticked, NoticeKind kind) => ticked?.Contains(kind.ToString()) == true;

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
