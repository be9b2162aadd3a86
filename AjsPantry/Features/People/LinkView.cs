using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.People;

/// <summary>A link as it is shown once to whoever made it.</summary>
/// <param name="Address">The whole address; empty when the link was mailed.</param>
public sealed record LinkView(InvitationLink Link, string Address, InvitationKind Kind)
{
    public static LinkView Of(InvitationLink link, InvitationKind kind, SiteAddress site) => new(link, link.IsMailed ? "" : site.Shown(link.Path), kind);

    /// <summary>How the person is called: by name and number, or by the number alone while the name is not known.</summary>
    public string Who => Link.Name == Link.Number ? Link.Number : Link.Name;
}
