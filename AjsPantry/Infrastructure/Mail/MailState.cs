namespace AjsPantry.Infrastructure.Mail;

/// <summary>What became of a mail.</summary>
public enum MailState
{
    /// <summary>Goes out soon, or when its hour comes.</summary>
    Waiting,

    Sent,

    /// <summary>The mail server refused it for a day.</summary>
    GivenUp,

    /// <summary>It waited until it was no news any more.</summary>
    TooOld,

    /// <summary>There is no mail server.</summary>
    Kept,
}

/// <summary>The columns of a mail by which its state is known.</summary>
public sealed record MailFate(DateTimeOffset? SentAt, int Attempts, DateTimeOffset? ExpiresAt)
{
    /// <param name="isOn">There is a mail server.</param>
    public MailState State(DateTimeOffset now, bool isOn) =>
        SentAt is not null ? MailState.Sent
        : Attempts >= MailDrain.MostTries ? MailState.GivenUp
        : ExpiresAt <= now ? MailState.TooOld
        : isOn ? MailState.Waiting : MailState.Kept;
}
