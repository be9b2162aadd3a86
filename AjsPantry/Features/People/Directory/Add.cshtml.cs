using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Directory;

public sealed class AddMemberModel(AddMember.Handler handler, DirectoryQuery directory, SiteAddress site) : PeoplePage
{
    /// <summary>What the address says for a pantry head.</summary>
    public const string HeadWord = "head";

    /// <summary>Of more people than these of the floor the list of people shows all.</summary>
    private const int MostResidents = 12;

    /// <summary>The role that is missing on a floor, where a page leads here because of it.</summary>
    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Wanted { get; set; }

    public bool WantsHead => Wanted == HeadWord && Floor is not null;

    /// <summary>Who lives on the floor already and could become its head.</summary>
    public IReadOnlyList<ListedMember> Residents { get; private set; } = [];

    [BindProperty]
    public AddMember.Input Input { get; set; } = new();

    /// <summary>What completes a number to an address; null when addresses are typed.</summary>
    public string? MailDomain { get; private set; }

    /// <summary>The invitation, in the one answer that shows it.</summary>
    public LinkView? Made { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Floor = Floor?.Number;
        if (WantsHead)
            Input.Role = Role.PantryHead;
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        // The link is a key: it stands in this answer only, never in an address or a cookie, so there is no redirect.
        if (outcome.IsDone)
            Made = LinkView.Of(outcome.Value, InvitationKind.Join, Tenant.Name, site);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        MailDomain = await directory.MailDomainAsync(cancellationToken);
        if (WantsHead && Made is null)
            Residents = [.. (await directory.ReadAsync(Floor!.Id, new DirectoryFilter(), 1, cancellationToken)).People.Take(MostResidents)];
        return Page();
    }
}
