using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Bare.Pages;

internal sealed class IndexModel(Things things) : PageModel
{
    public string Name { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var thing = await things.All.AsNoTracking().SingleAsync(each => each.Id == 7, cancellationToken);
        Name = thing.Name;
    }
}
