namespace AjsPantry.Infrastructure.Identity.Sessions;

/// <summary>Why a session that a browser still carries no longer counts.</summary>
/// <param name="MemberId">Whose it was; null when the session is not known any more.</param>
/// <param name="SuspendReason">What a suspended tenant's people are told.</param>
public sealed record EndedSession(SessionEnd End, Guid? MemberId, string? SuspendReason)
{
    /// <summary>Ended from another device or by an admin, and so removed.</summary>
    public static readonly EndedSession Gone = new(SessionEnd.SignedOut, null, null);

    /// <summary>What the person reads at the next request.</summary>
    public string Words => End switch
    {
        SessionEnd.Suspended => SuspendedWords(SuspendReason),
        SessionEnd.Deactivated => DeactivatedWords,
        SessionEnd.TakenOver => "You signed in on another device. Your residence allows one device at a time, so this one was signed out.",
        SessionEnd.PasswordChanged => "Your password or two-step sign-in was changed on another device. Sign in again.",
        SessionEnd.Idle => "You were signed out because nobody used this device for a while. Sign in again.",
        SessionEnd.TooOld => "You were signed in for a long time. For safety, sign in again.",
        _ => "This device was signed out. Sign in again.",
    };

    public const string DeactivatedWords = "Your account is deactivated. Ask an admin of your residence to reactivate it.";

    public static string SuspendedWords(string? reason) => $"Your residence is suspended, so nobody can sign in. Reason: {reason}";

    /// <summary>The person may come straight back and wants what they were doing.</summary>
    public bool MayComeBack =>
        MemberId is not null && End is SessionEnd.Idle or SessionEnd.TooOld or SessionEnd.TakenOver or SessionEnd.PasswordChanged;
}

public enum SessionEnd
{
    SignedOut,
    Idle,
    TooOld,
    TakenOver,
    PasswordChanged,
    Deactivated,
    Suspended,
}
