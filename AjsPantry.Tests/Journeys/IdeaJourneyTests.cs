using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>An idea from its first word to the head's, on phones.</summary>
public sealed class IdeaJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_member_posts_an_idea_another_votes_with_one_tap_and_the_head_plans_it()
    {
        var author = await app.OpenAsAsync(Cast.Member);
        await author.GotoAsync("/feedback");
        await author.GetByRole(AriaRole.Navigation, new() { Name = "View" }).GetByRole(AriaRole.Link, new() { Name = "Ideas" })
            .ClickAsync();
        await author.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Post an idea" }).First.ClickAsync();
        await author.GetByLabel("Your idea in a few words").FillAsync("Fruit bowl on Fridays");
        await author.GetByLabel("What would be better").FillAsync("There is always fruit at the market on Friday.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();
        await Expect(author.GetByRole(AriaRole.Status)).ToContainTextAsync("Your idea is posted.");

        var voter = await app.OpenAsAsync(Cast.TeaManager);
        await voter.GotoAsync("/feedback/ideas");
        var vote = voter.GetByRole(AriaRole.Button, new() { Name = "Fruit bowl on Fridays" });
        await Expect(vote).ToHaveAttributeAsync("aria-pressed", "false");
        await vote.ClickAsync();
        await Expect(vote).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(vote).ToHaveTextAsync("1");
        await Expect(vote).ToBeFocusedAsync();
        await Expect(voter.Locator(".answer")).ToHaveTextAsync("1 open idea");
        await Inspection.PassAsync(voter);

        var head = await app.OpenAsAsync(Cast.Head);
        await head.GotoAsync("/feedback/ideas");
        await head.GetByRole(AriaRole.Link, new() { Name = "Fruit bowl on Fridays" }).ClickAsync();
        await head.GetByRole(AriaRole.Link, new() { Name = "Answer it" }).ClickAsync();
        await head.GetByText("Planned", new() { Exact = true }).ClickAsync();
        await head.GetByLabel("Note").FillAsync("From the first of next month");
        await Inspection.PassAsync(head);
        await head.GetByRole(AriaRole.Button, new() { Name = "Save the answer" }).ClickAsync();
        await Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("It is planned.");

        await author.GotoAsync("/inbox");
        await author.GetByRole(AriaRole.Button, new() { Name = "Your idea is planned: Fruit bowl on Fridays" }).ClickAsync();
        await Expect(author.GetByRole(AriaRole.Main)).ToContainTextAsync("From the first of next month");
        await Inspection.PassAsync(author);
        await voter.GotoAsync("/inbox");
        await Expect(voter.GetByRole(AriaRole.Main)).ToContainTextAsync("An idea you voted for is planned: Fruit bowl on Fridays");
    }
}
