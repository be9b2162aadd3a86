using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>Somebody of a demo residence who has signed in.</summary>
/// <param name="Proof">By which the audit trail knows that it was them.</param>
internal sealed record DemoMember(SignedIn Person, byte[] Proof)
{
    public Guid Id => Person.Id;

    public Role Role => Person.Role;
}
