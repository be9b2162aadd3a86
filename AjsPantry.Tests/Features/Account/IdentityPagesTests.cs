using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Account;

/// <summary>Of the pages that the package brings along, those that are offered look like ours and the others are not there.</summary>
public sealed class IdentityPagesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly string[] SecondQuestion = ["/Account/LoginWith2fa", "/Account/LoginWithRecoveryCode", "/Account/Lockout"];

    private static readonly string[] Managing =
    [
        "/Account/Manage/ChangePassword", "/Account/Manage/TwoFactorAuthentication", "/Account/Manage/EnableAuthenticator", "/Account/Manage/ResetAuthenticator",
        "/Account/Manage/Disable2fa", "/Account/Manage/GenerateRecoveryCodes", "/Account/Manage/ShowRecoveryCodes",
    ];

    /// <summary>Only with a second factor in use.</summary>
    private static readonly string[] NeedsSecondFactor = ["/Account/Manage/Disable2fa", "/Account/Manage/GenerateRecoveryCodes", "/Account/Manage/ShowRecoveryCodes"];

    [Fact]
    public async Task What_is_not_offered_is_not_there()
    {
        var notOffered = All().Except(SecondQuestion).Except(Managing).ToList();
        Assert.Contains("/Account/Register", notOffered);
        foreach (var visitor in (Visitor[])[app.Visit(), await app.SignInAsync(Cast.Member), await app.SignInAsync(Cast.Admin), await app.SignInAsync(Cast.Operator)])
        {
            foreach (var page in notOffered)
            {
                Assert.Equal((page, 404), (page, (await visitor.GetAsync("/Identity" + page)).Status));
                Assert.Equal((page, 404), (page, (await visitor.PostAsync("/Identity" + page)).Status));
            }
        }
    }

    [Fact]
    public async Task Managing_needs_a_session()
    {
        foreach (var page in Managing)
            Assert.StartsWith("/sign-in?", (await app.Visit().GetAsync("/Identity" + page)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_offered_looks_like_our_pages_to_every_role()
    {
        foreach (var person in Cast.All.DistinctBy(person => person.Role))
        {
            var visitor = await app.SignInAsync(person);
            foreach (var page in Managing.Except(NeedsSecondFactor))
            {
                var answer = await visitor.GetAsync("/Identity" + page);
                Assert.Equal((page, 200), (page, answer.Status));
                Assert.Contains("AJS Pantry", answer.Document.QuerySelector(".side .brand")!.TextContent, StringComparison.Ordinal);
                Assert.NotEmpty(answer.Document.QuerySelectorAll("link[href^='/css/components']"));
            }
        }
    }

    [Fact]
    public async Task No_link_of_these_pages_leads_nowhere()
    {
        var visitor = await app.SignInAsync(Cast.Member);
        foreach (var page in Managing.Except(NeedsSecondFactor))
        {
            var links = (await visitor.GetAsync("/Identity" + page)).Document.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct();
            foreach (var link in links)
                Assert.True((await visitor.GetAsync(link)).Status is 200 or 302, $"{page} leads to {link}");
        }
    }

    private IEnumerable<string> All() => app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
        .OfType<PageActionDescriptor>().Where(page => page.AreaName == "Identity").Select(page => page.ViewEnginePath).Distinct();
}
