using AjsPantry.Infrastructure.Identity.Sessions;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Who acts in this scope: the signed-in person of a request, or a job by its name. Empty for a visitor.</summary>
public sealed class Caller
{
    /// <summary>The signed-in person, read afresh for every request; null for visitors and jobs.</summary>
    public SignedIn? Person { get; private set; }

    /// <summary>The network address of the request; null in a job.</summary>
    public string? Address { get; private set; }

    /// <summary>The name that audit entries and reports carry.</summary>
    public string Name { get; private set; } = "Visitor";

    /// <summary>Why the person does it, where a page asks for a reason; kept with the audit entries of this scope.</summary>
    public string? Reason { get; set; }

    /// <summary>
    /// What the marks of changes add up to, of the person's floor and residence, read with the session. Null where nothing may be
    /// answered from memory: when something is sent, in a job, and from the moment on at which the request itself writes.
    /// </summary>
    public long? Marks { get; set; }

    /// <summary>
    /// What the database needs to see for itself whose session it is, with each audit entry; null without a session.
    /// </summary>
    internal byte[]? SessionProof { get; set; }

    /// <summary>The session that the browser still carries and that no longer counts; null for everybody else.</summary>
    public EndedSession? Ended { get; private set; }

    public void ActAs(SignedIn person, string? address)
    {
        Person = person;
        Name = person.Name;
        Address = address;
        IsJob = false;
    }

    /// <summary>Somebody who is known by a link only, such as a person who joins.</summary>
    public void ActAsHolder(string name, string? address)
    {
        Name = name;
        Address = address;
    }

    public void Lost(EndedSession session) => Ended = session;

    /// <summary>The installation does something by itself, which needs nobody's right.</summary>
    public void ActAsJob(string name)
    {
        Name = name;
        IsJob = true;
    }

    /// <summary>Nobody asks for it: a job, an import or a command.</summary>
    public bool IsJob { get; private set; }
}
