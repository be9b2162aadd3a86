using AjsPantry.Features.Shared.Pages;

namespace AjsPantry.Features.Account.Sessions;

public sealed class SecurityModel(MySecurityQuery query) : PersonPage
{
    public IReadOnlyList<SeenEvent> Events { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Events = await query.ReadAsync(cancellationToken);
}
