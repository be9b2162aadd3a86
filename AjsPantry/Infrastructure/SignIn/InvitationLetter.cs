using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;

namespace AjsPantry.Infrastructure.SignIn;

/// <summary>The letters that bring a link. Each says who caused it, and what to do when it comes unasked.</summary>
internal static class InvitationLetter
{
    public static MailLetter FromAdmin(Member member, InvitationKind kind, string tenantName, string link) =>
        kind == InvitationKind.Join
            ? Join(member, tenantName, link, $"You have an account in the pantry of {tenantName}.")
            : Reset(member, tenantName, link, $"An admin of {tenantName} made this link so that you can choose a new password.");

    public static MailLetter Forgotten(Member member, InvitationKind kind, string tenantName, string link) =>
        kind == InvitationKind.Join
            ? Join(member, tenantName, link,
                $"Somebody, probably you, wants to sign in to the pantry of {tenantName}. You have an account there, but no password yet.")
            : Reset(member, tenantName, link, $"Somebody, probably you, asked {tenantName} for a new password.");

    private static MailLetter Join(Member member, string tenantName, string link, string cause) => new(
        $"Your account in the pantry of {tenantName}",
        Greeting(member),
        [$"{cause} Your member number is {member.Number}. Choose a password to sign in."],
        "Choose a password",
        link,
        "The link works once, for 14 days, and only for you: please do not forward this email. If the link does not work, ask an admin of your residence for a new one.");

    private static MailLetter Reset(Member member, string tenantName, string link, string cause) => new(
        $"A new password for {tenantName}",
        Greeting(member),
        [$"{cause} Your member number is {member.Number}."],
        "Choose a new password",
        link,
        "The link works once, for one day, and only for you: please do not forward this email. If you did not ask for a new password, ignore this email. Your old password still works.");

    /// <summary>Whoever did not say their name yet is called by their number elsewhere; a greeting does better without.</summary>
    private static string Greeting(Member member) => member.Name == "" || member.Name == member.Number ? "Hello," : $"Hello {member.Name},";
}

internal delegate MailLetter LetterWriter(Member member, InvitationKind kind, string tenantName, string link);
