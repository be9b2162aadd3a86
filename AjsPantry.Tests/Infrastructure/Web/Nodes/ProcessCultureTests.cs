using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AjsPantry.Tests.Infrastructure.Web.Nodes;

/// <summary>On a server whose people write years of another calendar, links and reminders must still be the same as everywhere.</summary>
public sealed class ProcessCultureTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public void The_program_takes_no_culture_from_the_machine()
    {
        Assert.NotNull(app.Services.GetRequiredService<IHostApplicationLifetime>());
        Assert.Same(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentCulture);
        Assert.Same(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentUICulture);
    }
}
