using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>A link as it is shown once to whoever made it.</summary>
/// <param name="Address">The whole address; empty when the link was mailed.</param>
/// <param name="CodeAddress">Where a code is entered in place of the link.</param>
/// <param name="TenantName">Where the link leads; whoever makes it need not belong there.</param>
public sealed record LinkView(InvitationLink Link, string Address, string CodeAddress, InvitationKind Kind, string TenantName)
{
    public static LinkView Of(InvitationLink link, InvitationKind kind, string tenantName, SiteAddress site) =>
        new(link, link.IsMailed ? "" : site.Shown(link.Path), site.Read(InvitationCode.Path), kind, tenantName);

    public bool HasName => Link.HasName;

    public string Who => Link.Who;
}
