using AjsPantry.Features.Platform.Operations;
using AjsPantry.Features.Platform.Tenants;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform;

/// <summary>The operators' home: how the installation does, and its residences.</summary>
public sealed class PlatformModel(HealthQuery query, OperationsQuery operations, TenantsQuery tenants, GrowthQuery growth) : PersonPage
{
    /// <summary>A mail that waited longer than this is a mail server's trouble, not a moment's delay.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    [BindProperty(SupportsGet = true, Name = "search")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public string? TypedPage { get; set; }

    public InstallationHealth Health { get; private set; } = null!;

    /// <summary>People by month; null while there are none.</summary>
    public MonthsChart? Growth { get; private set; }

    public PageOf<TenantFigures> Tenants { get; private set; } = null!;

    public bool IsFiltered => InputParser.Text(Search) != "";

    public bool MailIsStuck => Health.Database.OldestMailAt is { } oldest && Clock.GetUtcNow() - oldest > LongWait;

    /// <summary>What the page of operations says first.</summary>
    private string Operations { get; set; } = "";

    public string Answer => this switch
    {
        { Health.JobServers: 0 } => "No job server is running",
        { MailIsStuck: true } => "Emails are not being sent",
        { Health.Failed: 1 } => "1 job failed",
        { Health.Failed: > 1 } => $"{Health.Failed} jobs failed",
        _ => Operations,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(TypedPage) is not { } page)
            return NotFound();
        Health = await query.ReadAsync(cancellationToken);
        Operations = (await operations.ReadAsync(cancellationToken)).Answer;
        Tenants = await tenants.ListAsync(Search, page, cancellationToken);
        Growth = await growth.ReadAsync(Today.AddDays(1 - Today.Day), cancellationToken);
        return Page();
    }
}
