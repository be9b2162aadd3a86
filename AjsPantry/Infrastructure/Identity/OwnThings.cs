using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>What somebody else has to decide, because it is the person's own.</summary>
public enum OwnThing
{
    /// <summary>To decide on what one asked for oneself, or to take such a decision back.</summary>
    Request,

    /// <summary>To enter an absence of one's own, which is approved with that.</summary>
    Absence,

    /// <summary>To settle, waive or reopen a fine of one's own or of one's room.</summary>
    Fine,

    /// <summary>To confirm a month that one closed.</summary>
    MonthClosing,

    /// <summary>To say for the other floor that a thing came which one lent.</summary>
    Loan,

    /// <summary>To say for the other floor that a thing came back which one gave back.</summary>
    LoanReturn,

    /// <summary>To confirm a tea of one's own, or to take back that one missed it.</summary>
    Tea,

    /// <summary>To give oneself another role on a floor.</summary>
    Role,

    /// <summary>To deactivate one's own account.</summary>
    Account,

    /// <summary>To take the second step off one's own account as an admin does it for others, without a code.</summary>
    SecondStep,

    /// <summary>To get into another admin's account, or to make or unmake an admin, with nobody else agreeing.</summary>
    AdminAccess,
}

/// <summary>
/// The one table of what nobody decides about themselves, whatever their role. Handlers ask it; pages only hide what it would refuse.
/// A test tries every line of it.
/// </summary>
public static class OwnThings
{
    public static readonly IReadOnlyDictionary<OwnThing, FieldMessage> Refusals = new Dictionary<OwnThing, FieldMessage>
    {
        [OwnThing.Request] = new("", "You cannot decide on your own request. An admin decides on it."),
        [OwnThing.Absence] = new("Person", "Ask for your own absence instead. An admin decides on it."),
        [OwnThing.Fine] = new("", "This fine is yours or your room's. Somebody else who looks after fines has to do this."),
        [OwnThing.MonthClosing] = new("", "You closed this month yourself. Another person must confirm it."),
        [OwnThing.Loan] = new("", "You recorded this loan yourself. Somebody else must answer for the other floor."),
        [OwnThing.LoanReturn] = new("", "You recorded this return yourself. Somebody else must answer for the other floor."),
        [OwnThing.Tea] = new("", "This tea is yours. Somebody else who looks after tea has to do this."),
        [OwnThing.Role] = new("", "This is your own account. Ask an admin to change your role."),
        [OwnThing.Account] = new("", "This is your own account. Ask another admin to deactivate it."),
        [OwnThing.SecondStep] = new("", "This is your own account. Ask another admin or a platform operator to turn it off."),
        [OwnThing.AdminAccess] = new(
            "", "Noted, but nothing changes yet. This is about an admin, so a second admin must agree. "
                + "Ask another admin to do the same here within a day.")
        {
            IsNote = true,
        },
    };

    /// <summary>Why the caller may not do it; null when the thing is somebody else's, or a job does it.</summary>
    /// <param name="owners">Whose it is, or who did the other half of it.</param>
    public static FieldMessage? Refusal(this Caller caller, OwnThing thing, params ReadOnlySpan<Guid?> owners)
    {
        foreach (var owner in owners)
        {
            if (owner is not null && owner == caller.Person?.Id)
                return Refusals[thing];
        }

        return null;
    }
}
