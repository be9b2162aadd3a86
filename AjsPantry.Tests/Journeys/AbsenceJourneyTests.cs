using AjsPantry.Tests.Features.TeaTasks;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>From asking on one phone to reading the answer on it.</summary>
public sealed class AbsenceJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_member_asks_to_be_away_the_head_approves_and_the_member_reads_it()
    {
        await app.DutyAsync(new DateOnly(2026, 3, 21), Cast.OtherTenantMember, tenant: "South");
        var member = await app.OpenAsAsync(Cast.OtherTenantMember);
        await member.GotoAsync("/");
        await member.GetByRole(AriaRole.Link, new() { Name = "I’m away" }).ClickAsync();
        await member.GetByLabel("First day").FillAsync("2026-03-20");
        // Most are away for a day or a week; only whoever is not chooses the last day.
        await Expect(member.GetByLabel("Last day")).ToBeHiddenAsync();
        await member.GetByText("Other", new() { Exact = true }).ClickAsync();
        await member.GetByLabel("Last day").FillAsync("2026-03-22");
        await Expect(member.Locator("[data-day-of=Input_Until]")).ToHaveTextAsync("Sun 22 Mar");
        await Inspection.PassAsync(member);
        await member.GetByLabel("Reason").FillAsync("Home for a wedding");
        await member.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).ClickAsync();
        await Expect(member.Locator(".answer")).ToHaveTextAsync("1 of your requests is waiting");
        await Inspection.PassAsync(member);

        var head = await app.OpenAsAsync(Cast.OtherTenantHead, 1280);
        await head.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Inbox" }).ClickAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "asks to be away" }).ClickAsync();
        await head.GetByLabel("Note").FillAsync("Enjoy it");
        await head.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(head.Locator(".answer")).ToHaveTextAsync("No request waits for you");

        // What the absence leaves open is given to somebody else from the request itself.
        await head.Locator(".item a.cover").First.ClickAsync();
        await head.GetByRole(AriaRole.Link, new() { Name = "Give to another" }).ClickAsync();
        await head.GetByLabel("Person").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await head.GetByLabel("Reason").FillAsync("Away at a wedding");
        await Inspection.PassAsync(head);
        await head.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(head.Locator(".facts2")).ToContainTextAsync("Before");
        await Expect(head.Locator(".answer")).Not.ToContainTextAsync(Cast.OtherTenantMember.Name);

        await member.GotoAsync("/");
        await Inspection.PassAsync(member);
        await member.GetByRole(AriaRole.Link, new() { Name = "Inbox, 2 new" }).ClickAsync();
        await Inspection.PassAsync(member);
        await member.GetByRole(AriaRole.Button, new() { Name = "Your absence is approved" }).ClickAsync();
        await Expect(member.Locator(".answer")).ToHaveTextAsync("Approved");
        await Expect(member.GetByText("Enjoy it")).ToBeVisibleAsync();
        await Expect(member.GetByRole(AriaRole.Link, new() { Name = "Inbox, 1 new" }).First).ToBeVisibleAsync();
        await Inspection.PassAsync(member);
    }
}
