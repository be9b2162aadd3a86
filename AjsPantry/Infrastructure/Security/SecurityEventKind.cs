
namespace AjsPantry.Infrastructure.Security;

/// <summary>
/// Everything that is logged because it concerns who may come in, by the number under which it stands in the log. The table in
/// deploy/README.md says the same for whoever reads logs; a test compares the two. A number is never used for something else.
/// </summary>
public enum SecurityEventKind
{
    /// <summary>A session began.</summary>
    SignedIn = 1001,

    /// <summary>The password was not the account's.</summary>
    WrongPassword = 1002,

    /// <summary>Nobody has the name that was tried. The name is not logged: people type passwords there.</summary>
    UnknownName = 1003,

    /// <summary>The right password of an account that is deactivated or whose residence is suspended.</summary>
    ClosedAccount = 1004,

    /// <summary>The right password; the second step is asked for.</summary>
    SecondStepAsked = 1005,

    /// <summary>The code of the second step was wrong, too old or used.</summary>
    WrongCode = 1006,

    /// <summary>A recovery code was used up.</summary>
    RecoveryCodeUsed = 1007,

    /// <summary>A second step was set up, or another phone connected.</summary>
    SecondStepOn = 1020,

    /// <summary>The person turned the second step off.</summary>
    SecondStepOff = 1021,

    /// <summary>An admin, an operator or the server's command took it off.</summary>
    SecondStepRemoved = 1022,

    /// <summary>New recovery codes were made; the ones before ended.</summary>
    RecoveryCodesMade = 1023,

    /// <summary>The person changed the password.</summary>
    PasswordChanged = 1030,

    /// <summary>A link set a new password.</summary>
    PasswordReset = 1031,

    /// <summary>The password that a change asks for was wrong or missing.</summary>
    PasswordNotConfirmed = 1032,

    /// <summary>A link to choose a new password was made.</summary>
    PasswordLinkMade = 1033,

    /// <summary>The email at which links arrive was changed.</summary>
    EmailChanged = 1034,

    /// <summary>The person signed other devices out.</summary>
    DevicesSignedOut = 1040,

    /// <summary>An admin signed the person out everywhere.</summary>
    SignedOutByAdmin = 1041,

    /// <summary>A page that the person has no right to (403).</summary>
    PageRefused = 1050,

    /// <summary>A thing that is not the person's to see, or is not there (404).</summary>
    ThingNotFound = 1051,

    /// <summary>A form without the token of its page (400).</summary>
    TokenRefused = 1052,

    /// <summary>Too many tries (429).</summary>
    LimitReached = 1053,
}
