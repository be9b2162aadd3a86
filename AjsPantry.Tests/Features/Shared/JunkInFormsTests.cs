using AjsPantry.Features.TeaTasks;
using AjsPantry.Tests.Features.Expenses.Closing;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Feedback;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.Notices.Events;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;
using AngleSharp.Html.Dom;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>Every form of every page takes whatever is typed into it, and answers in words.</summary>
public sealed class JunkInFormsTests(MailApp app) : IClassFixture<MailApp>
{
    /// <summary>What people and machines send: nothing, too much, half a letter, marks that nobody sees, code, and numbers out of all bounds.</summary>
    private static readonly (string Name, string Text)[] Junk =
    [
        ("nothing", ""), ("blanks", "   "), ("too long", new string('x', 10_000)), ("an invisible mark", "\u200b\u200d"), ("a null", "a\0b"), ("no character", "\uffff"),
        ("script", "<script>alert(1)</script>"), ("sql", "'; DROP TABLE members; --"), ("a large number", "99999999999999999999999999999"), ("a negative number", "-1"), ("a far day", "9999-12-31"),
    ];

    public static TheoryData<string> Pages =>
    [
        "/account", "/account/profile", "/identity/account/manage/changepassword", "/sign-in", "/forgot", "/expenses/record", "/people/add", "/people/import", "/people/rooms/add",
        "/people/{member}/edit", "/people/{member}/role", "/people/{member}/move", "/people/{member}/deactivate", "/people/{member}/access", "/people/{member}/hand-over",
        "/people/rooms/{room}/edit", "/people/rooms/{room}/label", "/people/rooms/{room}/move-in", "/people/rooms/{room}/archive",
        "/administration/settings", "/administration/floors/new", "/administration/floors/{floor}", "/expenses/bill/{bill}/edit", "/expenses/bill/{bill}/void",
        "/expenses/bill/{bill}/receipts", "/expenses/receipt/{receipt}/remove", "/expenses/reports/choose", "/expenses/reports/choose/bills?from=2026-03-01&until=2026-03-31&title=Junk",
        "/expenses/budgets/add", "/expenses/budgets/{budget}/edit", "/expenses/budgets/{budget}/withdraw", "/expenses/closing?month=2024-05&floor=1", "/expenses/closing/{closing}/reopen", "/expenses/bill/{closed}/reverse",
        "/tea/slots", "/tea/slots/new", "/tea/plan/make", "/tea/plan/place/{place}", "/tea/duty/{duty}/completion", "/tea/duty/{duty}/reassign", "/tea/duty/{duty}/cancel",
        "/menus/add", "/menus/plan", "/menus/suggestions/{wish}/decline", "/menus/suggestions/add as a member", "/menus/{meal}/edit", "/menus/{meal}/cancel", "/menus/{meal}/tell", "/menus/turns/rota", "/menus/turns/change", "/menus/dishes/add", "/menus/dishes/{dish}/edit", "/menus/dishes/{dish}/champions", "/calendar/events/add", "/calendar/events/{event}/edit", "/calendar/events/{event}/cancel",
        "/account/notices", "/announcements/add", "/announcements/{announcement}/edit", "/requests/{request}/decision?floor=1", "/requests/{decided}/reopen?floor=1", "/tea/confirm{made}", "/feedback/answers/{words}", "/feedback/{meal} as a member", "/feedback/settings", "/shopping/add?floor=1", "/shopping/bought?floor=1", "/shopping/{needed}?floor=1", "/shopping/{needed}/bought?floor=1", "/shopping/{needed}/edit?floor=1", "/shopping/{needed}/cancel?floor=1", "/requests/add as a member",
        "/feedback/ideas/add as a member", "/feedback/ideas/{idea}/edit as a member", "/feedback/ideas/{idea}/comment as a member", "/feedback/ideas/{idea}/answer?floor=1",
        "/loans/add", "/loans/{offered}/answer?floor=2", "/loans/{offered}/take-back?floor=1", "/loans/{lent}/return?floor=2", "/loans/returns/{part}?floor=1", "/fines/add?floor=1", "/fines/{fine}/settle", "/fines/{settled}/reopen",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Whatever_is_typed_is_answered_in_words(string pattern)
    {
        var address = await AddressAsync(pattern);
        var (failures, forms) = (new List<string>(), 0);
        foreach (var (name, text) in Junk)
        {
            // A visitor of its own each time: some forms end the session or change what the next one shows.
            var visitor = pattern is "/sign-in" or "/forgot" ? app.Visit() : await app.SignInAsync(pattern.EndsWith(AsMember, StringComparison.Ordinal) ? Cast.Member : Cast.Admin, fresh: true);
            var page = await visitor.GetAsync(address);
            if (page.Document.QuerySelector("main form[method=post]") is not IHtmlFormElement form)
                continue;
            forms++;
            var values = form.Elements.OfType<IHtmlElement>().Select(NameOf).OfType<string>().Distinct().ToDictionary(field => field, _ => text);
            var answer = await page.SubmitAsync(values, "main form[method=post]");
            if (answer.Status >= 500)
                failures.Add($"{name}: {answer.Status}");
            else if (text.Length > 0 && answer.Status == 200 && answer.Document.QuerySelector("main script:not([src])") is not null)
                failures.Add($"{name} came back as code");
        }

        Assert.NotEqual(0, forms);
        Assert.True(failures.Count == 0, $"{address}: {string.Join(", ", failures)}");
    }

    /// <summary>The fields that people fill in; what the page keeps for itself is sent as it is.</summary>
    private static string? NameOf(IHtmlElement control) => control switch
    {
        IHtmlInputElement { Type: not ("hidden" or "submit" or "file"), Name: { Length: > 0 } name } => name,
        IHtmlSelectElement { Name: { Length: > 0 } name } => name,
        IHtmlTextAreaElement { Name: { Length: > 0 } name } => name,
        _ => null,
    };

    /// <summary>Some forms are not for admins.</summary>
    private const string AsMember = " as a member";

    private async Task<string> AddressAsync(string pattern)
    {
        if (pattern.EndsWith("/champions", StringComparison.Ordinal))
            await app.NewRoomAsync($"Junk {Guid.NewGuid():N}"[..20]);
        if (pattern.StartsWith("/shopping/bought", StringComparison.Ordinal))
            await app.NeedAsync($"Junk {Guid.NewGuid():N}"[..20]);
        if (pattern.Contains("{made}", StringComparison.Ordinal))
            await app.DutyAsync(TestClock.Today, Cast.Member, TeaState.Done, await app.SlotAsync($"Junk {Guid.NewGuid():N}"));
        return await FilledAsync(pattern.Replace("{made}", "", StringComparison.Ordinal));
    }

    private async Task<Guid> ClosedBillAsync()
    {
        var month = new DateOnly(2024, 7, 1);
        var bill = await app.RecordAsync("North", 1, Bills.One(10, Guid.NewGuid().ToString("N"), date: month));
        await app.CloseAsync(await app.FloorAsync("North", 1), month);
        return bill;
    }

    private async Task<string> FilledAsync(string pattern) => pattern
        .Replace(AsMember, "", StringComparison.Ordinal)
        .Replace("{announcement}", pattern.Contains("{announcement}", StringComparison.Ordinal) ? (await app.AnnouncedAsync($"Junk {Guid.NewGuid():N}")).ToString() : "", StringComparison.Ordinal)
        .Replace("{offered}", pattern.Contains("{offered}", StringComparison.Ordinal) ? (await app.LoanAsync("Junk", state: AjsPantry.Features.Loans.LoanState.Offered)).ToString() : "", StringComparison.Ordinal)
        .Replace("{lent}", pattern.Contains("{lent}", StringComparison.Ordinal) ? (await app.LoanAsync("Junk")).ToString() : "", StringComparison.Ordinal)
        .Replace("{part}", pattern.Contains("{part}", StringComparison.Ordinal) ? (await app.ReturnAsync(await app.LoanAsync("Junk"))).ToString() : "", StringComparison.Ordinal)
        .Replace("{fine}", pattern.Contains("{fine}", StringComparison.Ordinal) ? (await app.FineAsync("Junk")).ToString() : "", StringComparison.Ordinal)
        .Replace("{settled}", pattern.Contains("{settled}", StringComparison.Ordinal) ? (await app.FineAsync("Junk", state: AjsPantry.Features.Fines.FineState.Paid)).ToString() : "", StringComparison.Ordinal)
        .Replace("{idea}", pattern.Contains("{idea}", StringComparison.Ordinal) ? (await app.IdeaAsync("Junk")).ToString() : "", StringComparison.Ordinal)
        .Replace("{request}", pattern.Contains("{request}", StringComparison.Ordinal) ? (await app.OpenRequestAsync()).ToString() : "", StringComparison.Ordinal)
        .Replace("{needed}", pattern.Contains("{needed}", StringComparison.Ordinal) ? (await app.NeedAsync($"Junk {Guid.NewGuid():N}"[..20])).ToString() : "", StringComparison.Ordinal)
        .Replace("{words}", pattern.Contains("{words}", StringComparison.Ordinal) ? (await app.WordsAsync()).ToString() : "", StringComparison.Ordinal)
        .Replace("{decided}", pattern.Contains("{decided}", StringComparison.Ordinal) ? (await app.DecidedRequestAsync()).ToString() : "", StringComparison.Ordinal)
        .Replace("{place}", pattern.Contains("{place}", StringComparison.Ordinal) ? (await app.DraftPlaceAsync(new DateOnly(2026, 3, 21))).ToString() : "", StringComparison.Ordinal)
        .Replace("{duty}", pattern.Contains("{duty}", StringComparison.Ordinal) ? (await app.DutyAsync(TestClock.Today, Cast.Member, slot: await app.SlotAsync($"Junk {Guid.NewGuid():N}"))).ToString() : "", StringComparison.Ordinal)
        .Replace("{member}", pattern.Contains("{member}", StringComparison.Ordinal) ? (await app.IdAsync(Cast.OtherFloorMember)).ToString() : "", StringComparison.Ordinal)
        .Replace("{room}", pattern.Contains("{room}", StringComparison.Ordinal) ? (await app.NewRoomAsync($"Junk {Guid.NewGuid():N}"[..20], 1, Cast.Member)).ToString() : "", StringComparison.Ordinal)
        .Replace("{floor}", pattern.Contains("{floor}", StringComparison.Ordinal) ? (await app.FloorAsync("North", 2)).Id.ToString() : "", StringComparison.Ordinal)
        .Replace("{bill}", pattern.Contains("{bill}", StringComparison.Ordinal) ? (await app.RecordAsync("North", 1, Bills.One(10, Guid.NewGuid().ToString("N")))).ToString() : "", StringComparison.Ordinal)
        .Replace("{receipt}", pattern.Contains("{receipt}", StringComparison.Ordinal) ? (await app.AddReceiptAsync(await app.RecordAsync("North", 1, Bills.One(10, Guid.NewGuid().ToString("N"))))).ToString() : "", StringComparison.Ordinal)
        .Replace("{budget}", pattern.Contains("{budget}", StringComparison.Ordinal) ? (await app.AllocateAsync(await app.FloorAsync("North", 1), 10, new DateOnly(2024, pattern.EndsWith("edit", StringComparison.Ordinal) ? 2 : 3, 1), new DateOnly(2024, pattern.EndsWith("edit", StringComparison.Ordinal) ? 2 : 3, 5))).ToString() : "", StringComparison.Ordinal)
        .Replace("{closing}", pattern.Contains("{closing}", StringComparison.Ordinal) ? (await app.CloseAsync(await app.FloorAsync("North", 1), new DateOnly(2024, 6, 1))).ToString() : "", StringComparison.Ordinal)
        .Replace("{closed}", pattern.Contains("{closed}", StringComparison.Ordinal) ? (await ClosedBillAsync()).ToString() : "", StringComparison.Ordinal)
        .Replace("{dish}", pattern.Contains("{dish}", StringComparison.Ordinal) ? (await app.NewDishAsync($"Junk {Guid.NewGuid():N}")).ToString() : "", StringComparison.Ordinal)
        .Replace("{event}", pattern.Contains("{event}", StringComparison.Ordinal) ? (await app.AddEventAsync(new DateOnly(2026, 3, 20), "Junk evening")).ToString() : "", StringComparison.Ordinal)
        .Replace("{wish}", pattern.Contains("{wish}", StringComparison.Ordinal) ? (await app.WishAsync(new DateOnly(2026, 3, 20), "Junk wish", Cast.Member)).ToString() : "", StringComparison.Ordinal)
        .Replace("{meal}", pattern.Contains("{meal}", StringComparison.Ordinal) ? (await app.PlanAsync(new DateOnly(2026, 3, 20), $"Junk {Guid.NewGuid():N}", room: await app.NewRoomAsync($"Junk {Guid.NewGuid():N}"[..20], 1, Cast.Member))).ToString() : "", StringComparison.Ordinal);
}
