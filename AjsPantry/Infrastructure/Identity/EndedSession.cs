namespace AjsPantry.Infrastructure.Identity;

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
        SessionEnd.TakenOver => "You signed in on another device, and here only one at a time may be signed in. So this one was signed out.",
        SessionEnd.PasswordChanged => "Your password or second step was changed on another device, which signs out all others. Sign in again.",
        SessionEnd.Idle => "It was quiet for a while, so you were signed out. Sign in again to go on.",
        SessionEnd.TooOld => "You have been signed in for a long time. Sign in again to go on.",
        _ => "This device was signed out. Sign in again to go on.",
    };

    public const string DeactivatedWords = "Your account is switched off. Ask an admin of your residence to switch it on again.";

    public static string SuspendedWords(string? reason) => $"Your residence is suspended for now, so nobody can sign in. The reason: {reason}";

    /// <summary>The person may come straight back and wants what they were doing.</summary>
    public bool MayComeBack => MemberId is not null && End is SessionEnd.Idle or SessionEnd.TooOld or SessionEnd.TakenOver or SessionEnd.PasswordChanged;
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
