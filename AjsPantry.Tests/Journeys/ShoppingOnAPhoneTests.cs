using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>From the list over the shop, where the network fails, to the bill at the desk.</summary>
public sealed class ShoppingOnAPhoneTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_head_writes_the_list_a_member_buys_without_a_network_and_the_head_bills_it()
    {
        var head = await app.OpenAsAsync(Cast.Head, 1280);
        await head.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Shopping" })
            .ClickAsync();
        // One thing: a line on top of the list, and Enter, after which the next can be typed.
        await head.ArrivedAsync("**/shopping");
        var quick = head.GetByLabel("Add to the list");
        await quick.FillAsync("Journey onion 5 kg");
        await quick.PressAsync("Enter");
        await Expect(head.Locator(".answer")).ToHaveTextAsync("One thing to buy");
        await Expect(quick).ToBeFocusedAsync();
        await Expect(quick).ToHaveValueAsync("");
        await Expect(head.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await head.GetByRole(AriaRole.Link, new() { Name = "Add several" }).ClickAsync();
        // A key that comes before the page's script is the browser's.
        await head.ArrivedAsync("**/shopping/add*");
        // The keyboard alone: item, Enter, quantity, Enter, and the next line waits.
        await head.GetByLabel("Item").First.FocusAsync();
        foreach (var (item, quantity) in ((string, string)[])[("Journey milk", "12"), ("Journey pav", "60"), ("Journey tea", "1")])
        {
            await head.Keyboard.TypeAsync(item);
            await head.Keyboard.PressAsync("Enter");
            await head.Keyboard.TypeAsync(quantity);
            await head.Keyboard.PressAsync("Enter");
        }

        await Expect(head.GetByLabel("Item").Nth(3)).ToBeFocusedAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "Add to the list" }).Last.ClickAsync();
        await Expect(head.Locator(".answer")).ToHaveTextAsync("4 things to buy");

        var phone = await app.OpenAsAsync(Cast.Member);
        await phone.GotoAsync("/shopping");
        await Inspection.PassAsync(phone);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Bought: Journey onion", Exact = true }).FocusAsync();
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator("#told")).ToContainTextAsync("Journey onion is marked as bought.");
        Assert.StartsWith("Bought: Journey ", await FocusedAsync(phone), StringComparison.Ordinal);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(phone.Locator("#told")).ToContainTextAsync("Journey onion is on the list again.");
        Assert.Equal("Bought: Journey onion", await FocusedAsync(phone));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Bought: Journey onion", Exact = true }).ClickAsync();
        // What is in the trolley has a tick, and the tick takes it out again.
        await phone.GetByRole(AriaRole.Button, new() { Name = "Not bought: Journey onion" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Bought, no bill yet" })).ToHaveCountAsync(0);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Bought, no bill yet" })).ToBeVisibleAsync();
        await phone.Context.SetOfflineAsync(true);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Bought: Journey milk", Exact = true }).ClickAsync();
        await Expect(phone.Locator("#kept")).ToContainTextAsync("Kept on this phone and sent when the network is back: Journey milk.");
        await phone.Context.SetOfflineAsync(false);
        // The tick leaves by itself, and the list comes back without it.
        await Expect(phone.GetByRole(AriaRole.Button, new() { Name = "Bought: Journey milk", Exact = true })).ToHaveCountAsync(0);
        await Expect(phone.Locator("#kept")).ToHaveTextAsync("Sent: Journey milk.");
        await Inspection.PassAsync(phone);

        await head.GotoAsync("/shopping");
        await Inspection.PassAsync(head);
        await head.GetByRole(AriaRole.Button, new() { Name = "Record the bill" }).ClickAsync();
        await Expect(head.GetByRole(AriaRole.Combobox, new() { Name = "Item" }).First).ToHaveValueAsync("Journey onion");
        await head.GetByLabel("Shop", new() { Exact = true }).FillAsync("Journey market");
        await head.GetByLabel("Amount (₹)").Nth(0).FillAsync("150");
        await head.GetByLabel("Amount (₹)").Nth(1).FillAsync("690");
        await head.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).Last.ClickAsync();
        await Expect(head.GetByText("Journey milk")).ToBeVisibleAsync();
        await head.GotoAsync("/shopping");
        await Expect(head.Locator(".answer")).ToHaveTextAsync("2 things to buy");
        await Expect(head.GetByRole(AriaRole.Heading, new() { Name = "Bought, no bill yet" })).ToHaveCountAsync(0);
        Assert.Equal(AjsPantry.Features.Procurement.ShoppingState.Billed, (await app.ItemAsync(await IdAsync("Journey milk"))).State);
    }

    [Fact]
    public async Task A_tick_that_waits_for_a_network_is_sent_before_signing_out_or_asked_about()
    {
        var person = await app.AddSomebodyAsync();
        var sent = await app.NeedAsync("Waiting salt");
        var lost = await app.NeedAsync("Waiting sugar");
        var phone = await app.OpenAsAsync(person);
        await phone.GotoAsync("/sign-out");
        await TickAsync(phone, lost, "Waiting sugar");
        await phone.RouteAsync("**/shopping/**", route => route.AbortAsync());
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(phone.Locator("#unsent")).ToContainTextAsync("it is not sent yet: Waiting sugar. If you sign out now, it is lost.");
        await Expect(phone.GetByRole(AriaRole.Button, new() { Name = "Sign out and lose it" })).ToBeVisibleAsync();
        await Inspection.PassAsync(phone);

        await phone.UnrouteAsync("**/shopping/**");
        await phone.GotoAsync("/sign-out");
        await TickAsync(phone, sent, "Waiting salt");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await phone.ArrivedAsync("**/sign-in*");
        Assert.Equal(AjsPantry.Features.Procurement.ShoppingState.Bought, (await app.ItemAsync(sent)).State);
        Assert.Equal("null",
            await phone.EvaluateAsync<string>(
                "String(localStorage.getItem(Object.keys(localStorage).find(key => key.startsWith('shopping-ticks')) ?? 'none'))"));
        await phone.Context.CloseAsync();
    }

    /// <summary>What the list keeps while there is no network.</summary>
    private static async Task TickAsync(IPage page, Guid id, string name) => await page.EvaluateAsync(
        """
        ([id, name]) => localStorage.setItem(`shopping-ticks:${document.querySelector("form[data-unsent]").dataset.person}`,
            JSON.stringify([{ id, name, action: `/shopping/${id}/bought`, day: "2026-03-15", waited: true }]))
        """,
        new[] { id.ToString(), name });

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.outerHTML.slice(0, 200)");

    private Task<Guid> IdAsync(string name) =>
        app.ReadAsync("North",
            db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions
                .SingleAsync(db.Set<AjsPantry.Features.Procurement.ShoppingItem>().Where(item => item.Name == name)
                    .Select(item => item.Id)));
}
