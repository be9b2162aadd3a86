using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys.Pages;

public sealed class KeyboardTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    /// <summary>The focused element: where it is, and whether a ring shows around it or around the label that stands for it.</summary>
    private const string Focused = """
        () => {
          const element = document.activeElement;
          const shown = element.closest(".seg label") ?? element;
          const style = getComputedStyle(shown);
          return { Id: element.id || element.textContent.trim(), Ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
        }
        """;

    [Fact]
    public async Task The_first_tab_offers_to_skip_the_navigation()
    {
        var page = await app.OpenAsAsync(Cast.Member, 1280);
        await page.GotoAsync("/expenses");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Tab_reaches_every_control_of_the_bill_form_with_its_ring_in_sight(int width)
    {
        var page = await app.OpenAsAsync(Cast.Head, width);
        await page.GotoAsync("/expenses/record");
        await page.GetByLabel("Shop", new() { Exact = true }).FocusAsync();
        List<string> reached = [];
        for (var presses = 0; presses < 80 && !reached.Contains("Save the bill"); presses++)
        {
            var focus = await page.EvaluateAsync<FocusedElement>(Focused);
            Assert.True(focus.Ring, $"No ring around {focus.Id}");
            Assert.True(await page.EvaluateAsync<bool>(InSight), $"{focus.Id} is behind the dock or out of sight");
            reached.Add(focus.Id);
            await page.Keyboard.PressAsync("Tab");
        }

        var controls = await page.Locator("main form :is(input:not([type=hidden]), select)")
            .EvaluateAllAsync<string[]>("all => all.filter(one => one.checkVisibility()).map(one => one.id)");
        Assert.Empty(controls.Except(reached));
        Assert.Contains("Add an item", reached);
        Assert.Contains("Save the bill", reached);
    }

    [Theory]
    [InlineData("/expenses/record", "Shop")]
    [InlineData("/feedback/ideas/add", "Your idea in a few words")]
    public async Task Leaving_with_unsaved_typing_asks_first(string address, string field)
    {
        var page = await app.OpenAsAsync(Cast.OtherFloorHead);
        await page.GotoAsync(address);
        await page.GetByLabel(field, new() { Exact = true }).PressSequentiallyAsync("Depot");
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await page.GetByRole(AriaRole.Link, new() { Name = "Expenses" }).First.ClickAsync();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        await Expect(page.GetByLabel(field, new() { Exact = true })).ToHaveValueAsync("Depot");
    }

    /// <summary>True when the middle of the focused element is on screen and nothing lies over it.</summary>
    private const string InSight = """
        () => {
          const element = document.activeElement;
          const { left, top, width, height } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return hit !== null && (element.contains(hit) || hit.contains(element));
        }
        """;

    private sealed record FocusedElement
    {
        public string Id { get; init; } = "";

        public bool Ring { get; init; }
    }
}
