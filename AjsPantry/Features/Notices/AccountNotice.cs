using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Notices;

/// <summary>
/// Tells a person what became of their own sign-in: in the inbox and by mail, always and at once. Unlike other news it is told to whoever
/// did it too, because that may have been somebody else at their phone.
/// </summary>
public sealed class AccountNotice(PantryDb db, MailOutbox outbox, SiteAddress site, Scope scope)
{
    private const string Page = "/account/security";

    /// <summary>Adds the news to the caller's unit of work; the caller saves.</summary>
    /// <param name="text">What happened, in a sentence or two.</param>
    /// <param name="alsoTo">Another address that gets the mail, such as the one that was the person's until now.</param>
    public void Tell(Member member, string title, string text, string? alsoTo = null)
    {
        var tenant = scope.Tenant;
        var now = scope.Now;
        var local = tenant.Local(now);
        var when = $"It happened on {Formats.Day(DateOnly.FromDateTime(local.DateTime), local.Year)} at {Formats.Time(local)}.";
        var help = member.Role == Role.Operator
            ? "If this was not you, ask the person who runs the server for help at once."
            : "If this was not you, ask an admin of your residence for help at once.";
        var notice = new Notice
        {
            MemberId = member.Id,
            Kind = NoticeKind.Account,
            SubjectId = member.Id,
            Step = "sign-in",
            // Each of them is news.
            Occasion = $"{Guid.CreateVersion7()}",
            Title = title,
            Text = InputParser.Cut($"{text} {help}", Notice.LongestText),
            Path = Page,
            CreatedAt = now,
        };
        db.Notices.Add(notice);
        var greeting = member.Name == "" || member.Name == member.Number ? "Hello," : $"Hello {member.Name},";
        string[] paragraphs = [text, $"{when} Your member number is {member.Number}.", help];
        var letter = new MailLetter($"{title} ({tenant.Name})", greeting, paragraphs, "See your sign-ins", site.ForMail(Page));
        var addresses = new[] { member.Email, alsoTo }.Where(address => !string.IsNullOrWhiteSpace(address))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var (at, address) in addresses.Index())
            outbox.Add($"notice:{notice.Id}:{at}", address!, letter, notice: notice.Id);
    }
}
